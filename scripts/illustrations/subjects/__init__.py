"""One file a subject; this table says which model each of them illustrates."""

from types import MappingProxyType

from illustrations.subjects import (
    cameras,
    clean_lane,
    clinic,
    deer,
    fishing_boats,
    flag_road,
    food_street,
    green_saving,
    highway,
    livelihood_garden,
    market,
    net_houses,
    organic_beds,
    peaceful_parish,
    rating_desk,
    stilt_village,
)

FILE_NAME = "minh-hoa.png"

SUBJECTS = MappingProxyType(
    {
        "organic_beds": ("ha-noi/dong-son-nong-nghiep-huu-co", organic_beds.draw),
        "net_houses": ("ha-noi/minh-tan-rau-an-toan", net_houses.draw),
        "market": ("ha-noi/dong-da-cho-van-minh", market.draw),
        "food_street": ("ha-noi/dong-xuan-pho-am-thuc", food_street.draw),
        "rating_desk": ("ha-noi/my-dinh-1-danh-gia-hai-long", rating_desk.draw),
        "deer": ("nghe-an/quynh-lien-nuoi-huou-sao", deer.draw),
        "livelihood_garden": ("nghe-an/quynh-trang-sinh-ke-ben-vung", livelihood_garden.draw),
        "fishing_boats": ("nghe-an/quynh-phuong-khai-thac-hai-san-an-toan", fishing_boats.draw),
        "highway": ("nghe-an/hoang-mai-mat-bang-cao-toc-bac-nam", highway.draw),
        "clinic": ("nghe-an/hoang-mai-phong-kham-than-thien", clinic.draw),
        "green_saving": ("nghe-an/quynh-thien-tiet-kiem-xanh", green_saving.draw),
        "cameras": ("nghe-an/hoang-mai-camera-an-ninh", cameras.draw),
        "peaceful_parish": ("nghe-an/quynh-xuan-giao-xu-binh-yen", peaceful_parish.draw),
        "flag_road": ("nghe-an/hoang-mai-duong-co-dai-doan-ket", flag_road.draw),
        "stilt_village": ("son-la/ngoc-chien-du-lich-cong-dong", stilt_village.draw),
        "clean_lane": ("ha-noi/xuan-la-doan-duong-sach-dep", clean_lane.draw),
    }
)
"""Subject -> (the model's folder under models/, the function that draws it)."""
