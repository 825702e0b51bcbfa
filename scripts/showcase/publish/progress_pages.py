"""The page of stages, and the data of what is computed of each model: how far it is, and what its results rest on."""

from collections.abc import Iterator

from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.open_data import rows_file
from showcase.publish.output import Output, page
from showcase.record.catalogue import Catalogue
from showcase.record.summary import Summary
from showcase.views import address
from showcase.views.progress_page import progress_page

PROGRESS = "tien-trinh.json"


def outputs(_context: Context) -> Iterator[Output]:
    """Yield the page and the data; the lists behind it are lists as all others."""
    yield page(address.PROGRESS, _progress, about="tien-trinh")
    yield Output(f"{address.DATA}{PROGRESS}", _data)


def _progress(context: Context) -> bytes:
    return context.render("progress.html", progress_page(context.shared(catalogue), context.settings.site))


def _data(context: Context) -> Iterator[bytes]:
    everything = context.shared(catalogue)
    models = sorted(everything.models, key=lambda model: model.id)
    return rows_file("tien_trinh", (_row(model, everything) for model in models))


def _row(model: Summary, everything: Catalogue) -> dict[str, object]:
    """Give the stages by `record/stage.py` and the grounds by `record/proof.py`."""
    return {
        "id": model.id,
        "chang": model.stage or None,
        "nam": model.standing.last if model.standing else None,
        "cac_chang": {one.stage: {"tu": one.first, "den": one.last, "cap": one.level or None} for one in model.reached},
        "nam_dang_ky": model.registered,
        "xep_loai": {str(year): rating for year, rating in model.verdicts},
        "nam_kiem_tra": model.checked or None,
        "noi_lam_theo": everything.copied(model),
        "can_cu": everything.proofs(model),
    }
