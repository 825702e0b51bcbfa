"""Asks whether something lies in the models folder that the format does not know."""

from collections.abc import Iterator

from showcase.record.intake import Intake, UnexpectedFile, UnexpectedKind
from showcase.record.submission import DOCUMENT_FILE, EVENT_FILE
from showcase.record.vocabulary import NAMES
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.problem import Problem, Severity, Spot

NAME = "vat_la"

_SENTENCES = {
    UnexpectedKind.LINK: "Đây là liên kết (symlink), có thể dẫn ra ngoài kho dữ liệu nên không được đọc. Hãy thay bằng chính tệp hoặc thư mục ấy.",
    UnexpectedKind.NOT_REGULAR: "Đây không phải là tệp hay thư mục thường. Hãy xóa nó.",
    UnexpectedKind.NO_MODEL: "Thư mục này có tệp nhưng không có model.yaml. Hãy thêm model.yaml, hoặc chuyển các tệp vào thư mục của một mô hình.",
    UnexpectedKind.LOOSE: "Tệp {name} không được đọc vì không nằm trong thư mục của mô hình nào. Mỗi mô hình là một thư mục riêng, tên là mã của nó, có 'model.yaml' và ảnh nằm cạnh; hãy chuyển tệp vào đó hoặc xóa tệp.",
    UnexpectedKind.MISNAMED_MODEL: "Tệp {name} không được đọc vì tên phải đúng là 'model.yaml'. Hãy đổi tên tệp (trong Windows, bật Hiện đuôi tên tệp để thấy tên thật).",
    UnexpectedKind.COPY: "Tệp {name} trông như một bản khác của model.yaml nên không được đọc: giữ bản mới hơn dưới tên model.yaml, rồi chuyển bản kia ra ngoài kho dữ liệu.",
    UnexpectedKind.AMONG_MODELS: "Tệp này nằm trong thư mục chứa mô hình khác; hãy chuyển vào thư mục riêng, tên là mã của mô hình, hoặc đưa các mô hình khác ra ngoài. Các mô hình khác vẫn được đọc.",
    UnexpectedKind.HIDDEN_MODEL: "Mô hình ở đây không được đọc vì nằm dưới một tên bắt đầu bằng '_' hoặc '.'. Nếu muốn đăng, hãy chuyển thư mục này ra ngoài hoặc đổi tên ấy; nếu là bản nháp thì cứ để đây.",
    UnexpectedKind.INSIDE_MODEL: "Thư mục này nằm bên trong thư mục của một mô hình nên không được đọc. Hãy đặt ảnh ngay cạnh model.yaml, và đưa mô hình khác ra ngoài.",
    UnexpectedKind.NO_RECORD: "Thư mục này không có {own} nên không được đọc. Hãy đặt tên tệp đúng là {own}, hoặc chuyển các tệp ra ngoài.",
    UnexpectedKind.INSIDE_RECORD: "Thư mục này không được đọc vì nằm bên trong thư mục của một sự kiện hay văn bản. Hãy đặt ảnh ngay cạnh {own}.",
    UnexpectedKind.ILLEGIBLE_NAME: "Tên {name} có ký tự không nhìn thấy được hoặc không theo Unicode (ở chỗ dấu �) nên không được đọc. Hãy đổi tên, chỉ dùng chữ không dấu, chữ số và gạch nối.",
    UnexpectedKind.UNREADABLE: "Không mở được {name}. Hãy kiểm tra quyền đọc, hoặc đóng chương trình đang dùng nó.",
}


def check(intake: Intake, _setting: Setting) -> Iterator[Problem]:
    """Trong thư mục `models` không có gì lạ.

    Mỗi mô hình là một thư mục có tệp `model.yaml` và ảnh nằm cạnh. Tệp đặt sai tên (`model.yml`, `model.yaml.txt`), thư
    mục thiếu `model.yaml`, thư mục lồng trong mô hình, liên kết và tệp lạ trong `_vocabulary` đều bị bỏ qua khi đọc, nên
    được báo ở đây để không ai tưởng là đã đăng. Mô hình nằm dưới một tên bắt đầu bằng `_` hay `.` là bản nháp: chỉ có lời
    nhắc.

    Sai: `dong-da-cho/model.yaml.txt`. Đúng: `dong-da-cho/model.yaml`.
    """
    for one in intake.unexpected:
        severity = Severity.ADVICE if one.kind is UnexpectedKind.HIDDEN_MODEL else Severity.ERROR
        yield Problem(Spot(one.path), severity, NAME, _sentence(one))


def _sentence(one: UnexpectedFile) -> str:
    *_, folder, name = f"/{one.path}".split("/")
    if one.kind in _SENTENCES:
        own = DOCUMENT_FILE if "/_documents/" in one.path else EVENT_FILE
        return _SENTENCES[one.kind].format(name=quote(name), own=quote(own))
    if folder == "_vocabulary":
        return f"{quote(name)} không phải là danh mục nào. Trong '_vocabulary' chỉ có {listed([f'{known}.yaml' for known in NAMES], 'và')}."
    return f"{quote(name)} không được đọc: trong {quote(folder)} chỉ có tệp tên kết thúc bằng '.yaml'. Hãy đặt lại tên, hoặc chuyển nó ra ngoài kho dữ liệu."
