"""One file a subject; this table says which model each of them illustrates."""

from types import MappingProxyType

from illustrations.subjects import (
    border_cattle,
    cameras,
    card_scales,
    clay_pigs,
    clean_lane,
    clinic,
    deer,
    fire_bells,
    fishing_boats,
    flag_road,
    food_street,
    green_saving,
    highway,
    joined_fields,
    khmer_pagoda,
    litter_nets,
    livelihood_garden,
    maize_eaves,
    market,
    mobile_desk,
    morning_coffee,
    net_houses,
    night_gong,
    organic_beds,
    peaceful_parish,
    rating_desk,
    stilt_village,
    turtles,
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
        "turtles": ("can-tho/thanh-phu-to-hop-tac-ba-ba", turtles.draw),
        "joined_fields": ("ninh-binh/yen-hoa-don-dien-doi-thua", joined_fields.draw),
        "border_cattle": ("quang-ngai/dak-nhoong-bo-giong-sinh-san", border_cattle.draw),
        "maize_eaves": ("lao-cai/tram-tau-ngo-hai-vu", maize_eaves.draw),
        "card_scales": ("nghe-an/nghi-thach-rac-thanh-the-bao-hiem", card_scales.draw),
        "clay_pigs": ("dak-lak/quang-hiep-nuoi-heo-dat", clay_pigs.draw),
        "litter_nets": ("quang-tri/bao-ninh-rac-tu-bien-vao-bo", litter_nets.draw),
        "fire_bells": ("ho-chi-minh/quan-12-to-lien-gia-phong-chay", fire_bells.draw),
        "khmer_pagoda": ("can-tho/thoi-an-hoi-su-sai-phat-tu", khmer_pagoda.draw),
        "night_gong": ("thanh-hoa/thai-hoa-tieng-keng-an-ninh", night_gong.draw),
        "mobile_desk": ("gia-lai/tam-quan-thu-tuc-luu-dong", mobile_desk.draw),
        "morning_coffee": ("ho-chi-minh/ca-phe-sang-voi-dan", morning_coffee.draw),
    }
)
"""Subject -> (the model's folder under models/, the function that draws it)."""
