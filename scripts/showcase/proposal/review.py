"""A review lays a proposal aside, asks every rule about the whole of models/ as it would be, and makes the page of what it changes."""

from collections.abc import Iterator, Sequence
from contextlib import chdir, closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from showcase.build.inputs import make_inputs
from showcase.checking.check import Checked, Checker
from showcase.checking.database import Database
from showcase.checking.last_good import LastGood
from showcase.checking.scan import scan_sources
from showcase.mkdocs.host import Host, make_host
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.store import PhotoStore
from showcase.proposal.git import Git
from showcase.proposal.page import (
    MOST_COPIES,
    MOST_SUBJECTS,
    Findings,
    SubjectView,
    findings,
    proposal_page,
    subject_view,
)
from showcase.proposal.proposal import MODELS, Proposal, lay
from showcase.proposal.subject import Subject, subjects
from showcase.publish.context import Context
from showcase.publish.inputs import Inputs, Settings
from showcase.publish.saved_copies import copy_at
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.system.package import code_edition
from showcase.system.pool import Pool
from showcase.views.saved_copy import SavedCopy

_MOST_OF_PICTURES = 240_000
"""Bytes of a model's pictures as they stand in the page: of three models with twelve photos each it stays below 2 MB."""
_BROKEN = "Chưa xem trước được bài này vì còn lỗi. Sửa xong, bài sẽ hiện ở đây."
_TAKEN_DOWN = "Bài này được gỡ: trên trang chỉ còn một thông báo ngắn."
_MANY = "Bài gửi có nhiều bài, nên bài này không hiện ở đây."
_BAD_PHOTO = "Chưa xem trước được bài này vì có ảnh không đọc được."


class Place(NamedTuple):
    """Where a review works: the folder to lay models/ into, the configuration of the base and what is kept, all whole paths."""

    folder: Path
    config: Path
    cache: Path


class Reviewed(NamedTuple):
    """What came of it: the findings, the subjects and how many there are, the page."""

    found: Findings
    subjects: tuple[Subject, ...]
    in_all: int
    page: bytes


def review(git: Git, proposal: Proposal, place: Place, today: date) -> Reviewed:
    """Review a proposal; raises GitError, TooMuchError, HostError and OSError."""
    host = make_host(place.config, place.cache / "host")
    changed, in_all = subjects(git, proposal, MOST_SUBJECTS)
    refused = lay(git, proposal, place.folder)
    edition = code_edition()
    with (
        chdir(place.folder),  # so that what is said of a file names it as editors know it
        TemporaryDirectory(prefix="showcase-") as kept,
        closing(Database(Path(kept), edition)) as database,
        Pool() as pool,
    ):
        photos = PhotoStore(place.cache / "anh")
        checked = Checker(today, photos.inspect, database, pool).check(scan_sources(Path(MODELS)))
        found = findings((*refused, *checked.problems), changed)
        context = Context(_inputs(checked, host, database, place, today))
        views = tuple(_views(context, changed, found, checked))
        page = proposal_page(proposal, views, in_all, found, host.site)
        return Reviewed(found, tuple(changed), in_all, context.render("proposal.html", page))


def _views(context: Context, changed: Sequence[Subject], found: Findings, checked: Checked) -> Iterator[SubjectView]:
    copies = 0
    for subject, problems in zip(changed, found.of_subjects, strict=True):
        copy, unshown = None, ""
        if subject.is_model and not subject.is_gone:
            judgement = checked.judgements.get(subject.file)
            summary = judgement.summary if judgement else None
            if summary is None:
                unshown = _BROKEN
            elif summary.taken_down:
                unshown = _TAKEN_DOWN
            elif copies >= MOST_COPIES:
                unshown = _MANY
            else:
                copies += 1
                copy, unshown = _copy(context, summary.id)
        yield subject_view(subject, problems, copy, unshown)


def _copy(context: Context, model_id: str) -> tuple[SavedCopy | None, str]:
    try:
        return copy_at(context, model_id, _MOST_OF_PICTURES), ""
    except PhotoRefusedError:
        return None, _BAD_PHOTO


def _inputs(checked: Checked, host: Host, database: Database, place: Place, today: date) -> Inputs:
    """Put together what is good: a proposal may be wrong anywhere."""
    good, setting = LastGood(), Setting(today, load_gazetteer(), checked.vocabularies)
    good.take_lists(checked.scan, setting)
    good.take_records(checked.scan, setting)
    good.take_models(checked.judgements)
    return make_inputs(good, Settings(host.site, MODELS), host, database, place.cache, today.year)
