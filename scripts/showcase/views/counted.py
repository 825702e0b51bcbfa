"""How many there are, in words: models, exemplars and practices as what they are; all of them together are `bài`."""

from collections import Counter
from collections.abc import Iterable

from showcase.reading.form import MODEL_KINDS
from showcase.record.summary import Summary
from showcase.words.numbers import write_number


def stories_counted(number: int) -> str:
    """Write `13.663 bài`, with a no-break space."""
    return f"{write_number(number)}\u00a0bài"


def kinds_counted(models: Iterable[Summary]) -> str:
    """Write `26 mô hình, 1 điển hình và 3 cách làm`, each number with a no-break space; `0 bài` where there is nothing."""
    counts = Counter([model.kind for model in models])
    parts = [f"{write_number(counts[key])}\u00a0{label.lower()}" for key, label in MODEL_KINDS.items() if counts[key]]
    *others, last = parts or [stories_counted(0)]
    return f"{', '.join(others)} và {last}" if others else last
