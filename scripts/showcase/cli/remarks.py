"""What whoever publishes a site should know of it: which addresses are lost, what it lacks without an address or a place for contributions, and which usual hosts refuse its size.

The limits are those of 2026; README names them too:
https://developers.cloudflare.com/pages/platform/limits/ and https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits
"""

from collections.abc import Iterator

from showcase.build.options import Extent, Published
from showcase.words.numbers import write_number, write_size

CLOUDFLARE_FILES = 20_000
CLOUDFLARE_FILE = 25 * 1024**2
GITHUB_SITE = 10**9
_MOST = 10
"""Addresses that are named."""

_WITHOUT_ADDRESS = (
    "Chưa đặt SITE_URL (ví dụ SITE_URL=https://mau.example/): bài được chia sẻ không kèm ảnh, máy tìm kiếm không biết "
    "địa chỉ chính thức của mỗi bài và không có sơ đồ trang, không danh sách nào có tin để theo dõi, dán địa chỉ vào WordPress không thành khung (oEmbed), bản in “Làm theo” không có mã QR, còn trang báo lỗi 404 chỉ hiện đúng khi đặt ở gốc "
    "tên miền."
)
_WITHOUT_CONTRIBUTIONS = (
    "Chưa đặt nơi nhận bài: trong mkdocs.yml, mục contributions, hãy ghi ít nhất dòng mail hoặc zalo "
    '(ví dụ mail: "bien-tap@mau.example"). Thiếu nó thì biểu mẫu, “Báo chỗ sai” và “Tôi đã làm theo” chỉ nói gửi cho '
    "ban biên tập mà không có địa chỉ nào."
)


def remarks(published: Published) -> Iterator[str]:
    """Yield a sentence for each."""
    for where in published.lost[:_MOST]:
        yield f"Địa chỉ đã có trong trang nay mất: {where}. Nếu bài ấy đã đăng, hãy ghi 'duong_dan_cu' hoặc 'go_bo'."
    if more := len(published.lost[_MOST:]):
        yield f"Và {write_number(more)} địa chỉ khác."
    if not published.address:
        yield _WITHOUT_ADDRESS
    if not published.takes_contributions:
        yield _WITHOUT_CONTRIBUTIONS
    yield from _refusals(published.extent)


def _refusals(extent: Extent) -> Iterator[str]:
    if extent.files > CLOUDFLARE_FILES:
        yield (
            f"Trang web có {write_number(extent.files)} tệp, nhiều hơn {write_number(CLOUDFLARE_FILES)} tệp mà Cloudflare Pages "
            "nhận ở gói miễn phí."
        )
    if extent.largest_bytes > CLOUDFLARE_FILE:
        yield (
            f"Tệp {extent.largest} nặng {write_size(extent.largest_bytes)}, quá mức {write_size(CLOUDFLARE_FILE)} (25 MiB) "
            "mà Cloudflare Pages nhận cho mỗi tệp."
        )
    if extent.bytes > GITHUB_SITE:
        yield f"Trang web nặng {write_size(extent.bytes)}, quá mức 1 GB mà GitHub Pages nhận."
