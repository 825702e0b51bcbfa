"""Outputs are made and put in place here, in this process or another; what each asked comes back with it."""

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from showcase.checking.database import DAMAGE
from showcase.publish.context import Context, Found
from showcase.publish.inputs import FactKey, Inputs
from showcase.publish.output import Output
from showcase.system.writing import write_if_other, write_new
from showcase.views.broken_page import broken_page


@dataclass
class Workplace:
    """What making takes besides the outputs: the inputs, and the folder of the site, in which `is_new` says nobody reads yet.

    Where `folder` is '', what is made is given back instead.

    It can go to another process, which has a context of its own.
    """

    inputs: Inputs
    folder: str
    is_new: bool
    context: Context

    def __reduce__(self) -> tuple[Callable[..., "Workplace"], tuple[Inputs, str, bool]]:
        """Leave behind what the other process finds for itself."""
        return _workplace, (self.inputs, self.folder, self.is_new)


def _workplace(inputs: Inputs, folder: str, is_new: bool) -> Workplace:  # noqa: FBT001 - as pickle calls it
    return Workplace(inputs, folder, is_new, Context(inputs))


class Done(NamedTuple):
    """An output that is in place: whether it was written (not where it would have been the same), the keys of what it asked.

    `trouble` tells why a page could not be made; a notice stands there then. `data` are the bytes where there is no site.
    """

    path: str
    is_written: bool
    reads: tuple[FactKey, ...]
    trouble: str = ""
    data: bytes = b""


class Batch(NamedTuple):
    """What came of some outputs, and the facts that were found on the way."""

    done: list[Done]
    found: dict[FactKey, Found]


def make_in_place(workplace: Workplace, outputs: Sequence[Output]) -> Batch:
    """Make outputs and put them in place; a page that fails becomes a notice there and takes no other with it."""
    done = [_make(workplace, output) for output in outputs]
    return Batch(done, workplace.context.take_found())


def _make(workplace: Workplace, output: Output) -> Done:
    context = workplace.context
    if not workplace.folder:
        data, reads = context.noting(lambda: output.bytes_of(context))
        return Done(output.path, is_written=False, reads=reads, data=data)
    try:
        # What is made in parts asks on while it is written.
        is_written, reads = context.noting(lambda: _put(workplace, output.path, output.make(context, *output.key)))
    except (OSError, *DAMAGE):  # of the disk, not of the page
        raise
    except Exception:
        if not output.about:
            raise
        notice = context.render("broken.html", broken_page(output.address, context.settings.site))
        _put(workplace, output.path, notice)
        return Done(output.path, is_written=True, reads=(), trouble=traceback.format_exc())
    return Done(output.path, is_written, reads)


def _put(workplace: Workplace, path: str, made: bytes | Iterable[bytes]) -> bool:
    """Put an output in place; tell whether it was written: what would be the same is left alone, so nobody fetches it again."""
    place = f"{workplace.folder}/{path}"
    if not workplace.is_new:
        return write_if_other(Path(place), made)
    write_new(place, made)
    return True
