"""Building begins with a look: where sources and site are as the last build left them, nothing else is even loaded."""

from datetime import date
from pathlib import Path

from showcase.build.looking import look_at, still_standing
from showcase.build.order import Built, Order, Progress
from showcase.build.wholeness import looked_for
from showcase.words.problem import Problem


def build_site(order: Order, today: date, *, progress: Progress) -> Built:
    """Check the models and bring the site to what they say; where there is an error, the site stays as it is.

    Raises HostError, ForeignFolderError, PhotoTroubleError, ClusterError, PagefindError and OSError.
    """
    with looked_for(order.site) as is_whole:
        look = look_at(order, is_whole)
        if built := still_standing(look, today):
            return built
        from showcase.build.renewing import renew_site  # noqa: PLC0415 - a third of the time that it takes to see that nothing changed

        return renew_site(look, today, progress=progress)


def find_problems(models: Path, cache: Path, today: date) -> tuple[int, tuple[Problem, ...]]:
    """Check everything below `models`; give how many models there are, and the findings."""
    from showcase.build.renewing import check_folder  # noqa: PLC0415 - as above

    checked = check_folder(models, cache, today)
    return checked.models, checked.problems
