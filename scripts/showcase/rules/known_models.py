"""What two rules of the catalogue share: which ids, of today and former, lead to which model."""

import re
from collections.abc import Collection
from functools import cached_property

from showcase.record.intake import Intake
from showcase.rules.wording import ask, did_you_mean, quote
from showcase.words.text import slug

MOST_PROPOSED = 20
"""Unknown ids for which the nearest known one is looked for: among 13,663 of them that takes half a second each."""
_PARTS = re.compile(r"[/\\?#&=\s]+")


class KnownModels:
    """The ids of an intake; a former id leads to the model that had it."""

    def __init__(self, intake: Intake) -> None:
        """Take every model in, the unsound ones too: they exist, and their own faults are told."""
        self._near: dict[tuple[str, str], str] = {}
        self._ids = {model.name: model.name for model in intake.models}
        self._named = [(model.title.value, model.name) for model in intake.models if model.title.value]
        for model in intake.models:
            for former in model.former_ids:
                self._ids.setdefault(former.value, model.name)

    def today(self, model_id: str) -> str:
        """Give the id of today of a model, '' where there is none."""
        return self._ids.get(model_id, "")

    def unknown(self, model_id: str, asker: str = "") -> str:
        """Say that there is no such model, and which may have been meant, though never the one that asks."""
        near = self.proposal(model_id, asker)
        return f"Không có mô hình nào mang mã {quote(model_id)}.{near or ' Mã là tên thư mục của mô hình.'}"

    def proposal(self, typed: str, asker: str = "") -> str:
        """Give ` Ý bạn là 'x'?` with an id of the catalogue, or nothing; it begins with a space."""
        if (typed, asker) not in self._near and len(self._near) < MOST_PROPOSED:
            meant = self._in_address(typed) or self._by_title(typed) or self._begun(typed)
            near = ask(meant) if meant else did_you_mean(_last(typed), self._ids)
            self._near[typed, asker] = near if near != ask(asker) else ""
        return self._near.get((typed, asker), "")

    def _in_address(self, typed: str) -> str:
        """Give the id that stands in a path or an address, the last one."""
        parts = _PARTS.split(typed) if "/" in typed or "\\" in typed else ()
        return next((self._ids[part] for part in reversed(parts) if part in self._ids), "")

    def _by_title(self, typed: str) -> str:
        """Give the id of the one model that has a title."""
        return _only(self._titles.get(slug(typed), ()))

    def _begun(self, typed: str) -> str:
        """Give the one id that begins with what was typed, two words at least."""
        words = slug(_last(typed))
        return (
            _only({today for name, today in self._ids.items() if name.startswith(f"{words}-")}) if "-" in words else ""
        )

    @cached_property
    def _titles(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for title, name in self._named:
            found.setdefault(slug(title), set()).add(name)
        return found


def _only(names: Collection[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _last(typed: str) -> str:
    """Give the last part of a path or an address; of any other text all of it."""
    return [part for part in typed.split("/") if part.strip()][-1] if typed.strip("/ ") else ""
