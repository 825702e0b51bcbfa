"""The form by which a model is sent from a browser: its steps are named here, all else comes from the table of keys."""

from dataclasses import dataclass

from showcase.reading.form import MODEL
from showcase.record.vocabulary import Vocabularies
from showcase.views import address
from showcase.views.form_description import Described, described_entries
from showcase.views.page import Head, SiteFacts
from showcase.words.counting import COUNTED

_TITLE = "Gửi một mô hình"
_LEAD = "Kể một cách làm hay ở nơi mình, từng bước một, ngay trên điện thoại. Trước khi gửi, trang chỉ rõ chỗ nào còn thiếu hay chưa đúng."
_STEPS = (
    ("o-dau", "Việc gì, ở đâu", "tieu_de tom_tat dia_diem linh_vuc chu_the loai chu_de"),
    ("ai-lam", "Ai làm", "don_vi lien_he"),
    ("lich-su", "Từ khi nào", "lich_su cap hoc_tu da_nhan_rong"),
    ("ket-qua", "Được gì", "ket_qua tieu_chi"),
    ("cau-chuyen", "Câu chuyện", "noi_dung luu_y"),
    ("lam-theo", "Làm theo", "lam_theo"),
    ("anh", "Ảnh và người trong bài", "anh nguoi_duoc_neu"),
    ("nguon", "Nguồn", "nguon ghi_chu"),
)
"""Each with its anchor, its title and its keys; a key that stands in none is asked for at the end of the last."""


@dataclass(frozen=True, slots=True)
class FormStep:
    """A few keys that are asked for together."""

    anchor: str
    title: str
    entries: tuple[Described, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """The steps of the form, and what scripts make it of: its keys by step, and the name of the file that they write."""

    head: Head
    lead: str
    steps: tuple[FormStep, ...]

    @property
    def sending(self) -> dict[str, str]:
        """Give where one sends without an account: `mail` and `zalo`, '' where there is none."""
        ways = self.head.site.contributions
        return {"mail": ways.mail, "zalo": ways.zalo}

    @property
    def data(self) -> dict[str, object]:
        """Give what the scripts are told."""
        steps = [
            {"anchor": one.anchor, "title": one.title, "keys": [told["key"] for told in one.entries]}
            for one in self.steps
        ]
        by_key = {told["key"]: told for step in self.steps for told in step.entries}
        entries = [by_key[entry.key] for entry in MODEL.entries if entry.key in by_key]
        told = {"steps": steps, "entries": entries, "counted": sorted(COUNTED), "sending": self.sending}
        return told | {"hasChecker": self.head.site.has_checker}


def form_page(vocabularies: Vocabularies, site: SiteFacts) -> FormPage:
    """Compute the page."""
    told = {one["key"]: one for one in described_entries(MODEL, vocabularies)}
    of_steps = [[key for key in keys.split() if key in told] for _, _, keys in _STEPS]
    of_steps[-1] += [key for key in told if not any(key in keys for keys in of_steps)]
    steps = zip(_STEPS, of_steps, strict=True)
    return FormPage(
        head=Head(title=_TITLE, description=_LEAD, address=address.FORM, section="", site=site),
        lead=_LEAD,
        steps=tuple(FormStep(anchor, title, tuple(told[key] for key in keys)) for (anchor, title, _), keys in steps),
    )
