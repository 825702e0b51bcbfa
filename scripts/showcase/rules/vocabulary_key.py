"""What the three rules on keys of vocabularies share: asking the list, and proposing by key, label and spelling."""

from collections.abc import Iterator

from showcase.reading.kinds import Key
from showcase.record.submission import Submission
from showcase.record.vocabulary import Vocabulary
from showcase.rules.asking import typed
from showcase.rules.wording import ask, nearest_key, quote
from showcase.words.problem import Problem

_MOST_NAMED = 10


def keys_of(submission: Submission, vocabulary: Vocabulary, rule: str, what: str) -> Iterator[Problem]:
    """Yield a problem for each value that should be a key of the vocabulary and is none.

    Where the vocabulary could not be read, another rule has told so, and nothing can be asked here.
    """
    cells = (
        cell
        for cell in submission.cells_of(Key)
        if isinstance(cell.kind, Key) and cell.kind.vocabulary == vocabulary.name
    )
    for cell in cells if vocabulary.terms else ():
        if cell.value is not None and cell.value not in vocabulary.terms:
            sentence = f"{quote(typed(cell))} không phải là {what}.{_way_out(typed(cell), vocabulary)}"
            yield submission.error(rule, cell.node, sentence)


def _way_out(word: str, vocabulary: Vocabulary) -> str:
    spellings = {key: (term.label, *term.spellings) for key, term in vocabulary.terms.items()}
    if meant := nearest_key(word, spellings):
        return ask(meant)
    if len(spellings) <= _MOST_NAMED:
        return f" Hãy chọn một trong: {', '.join(spellings)}."
    return f" Hãy chọn một khóa trong {vocabulary.path}."
