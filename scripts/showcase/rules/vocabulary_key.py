"""What the three rules on keys of vocabularies share: asking the list, and proposing by key, label and spelling."""

from collections.abc import Iterator

from showcase.reading.kinds import Key
from showcase.record.submission import Submission
from showcase.record.vocabulary import Term, Vocabulary
from showcase.rules.asking import typed
from showcase.rules.known_words import known_words
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, choose, key_meant, quote
from showcase.words.problem import Problem


def keys_of(
    submission: Submission, vocabulary: Vocabulary, rule: str, what: str, setting: Setting
) -> Iterator[Problem]:
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
            sentence = f"{quote(typed(cell))} không phải là {what}.{_way_out(typed(cell), vocabulary, setting)}"
            yield submission.error(rule, cell.node, sentence)


def _way_out(word: str, vocabulary: Vocabulary, setting: Setting) -> str:
    """Propose what was mistyped; else show what there is to choose from, or where a long list is explained."""
    if meant := key_meant(word, vocabulary.names, known_words(setting.vocabularies)):
        return ask(meant)
    return choose({key: _meaning(term) for key, term in vocabulary.terms.items()}) or (
        f" Hãy chọn một mã trong {vocabulary.path};"
        f" nghĩa của từng mã có ở hướng dẫn, trang huong-dan/danh-muc/#{vocabulary.name}."
    )


def _meaning(term: Term) -> str:
    """Say what a term means: its label, and its sentence where that says more."""
    return f"{term.label}: {term.about.rstrip('.')}" if term.about else term.label
