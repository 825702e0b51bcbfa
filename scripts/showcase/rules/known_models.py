"""What two rules of the catalogue share: which ids, of today and former, lead to which model."""

from showcase.record.intake import Intake
from showcase.rules.wording import did_you_mean, quote

MOST_PROPOSED = 20
"""Unknown ids for which the nearest known one is looked for: among 13,663 of them that takes half a second each."""


class KnownModels:
    """The ids of an intake; a former id leads to the model that had it."""

    def __init__(self, intake: Intake) -> None:
        """Take every model in, the unsound ones too: they exist, and their own faults are told."""
        self._near: dict[str, str] = {}
        self._ids = {model.name: model.name for model in intake.models}
        for model in intake.models:
            for former in model.former_ids:
                self._ids.setdefault(former.value, model.name)

    def today(self, model_id: str) -> str:
        """Give the id of today of a model, '' where there is none."""
        return self._ids.get(model_id, "")

    def unknown(self, model_id: str) -> str:
        """Say that there is no such model, and which may have been meant."""
        if model_id not in self._near and len(self._near) < MOST_PROPOSED:
            self._near[model_id] = did_you_mean(model_id, self._ids)
        near = self._near.get(model_id)
        return f"Không có mô hình nào mang mã {quote(model_id)}.{near or ' Mã là tên thư mục của mô hình.'}"
