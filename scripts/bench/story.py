"""Puts stories together from sentences; the same dice give the same story."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.sentences import EFFECT, LESSON, METHOD, SETTING, STEPS, SUMMARIES, TITLES, WORDS
from bench.topics import Topic

LEAST_WORDS, MOST_WORDS = 400, 700
"""Of a whole story, counted between spaces, as Vietnamese count them."""
_SECTIONS = {"boi_canh": SETTING, "cach_lam": METHOD, "hieu_qua": EFFECT, "bai_hoc": LESSON}
_MARGIN = 30
"""The longest sentence has so many words with its slots filled; one may pass the aim."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of one model: what it is about, who runs it and where."""

    dice: random.Random
    topic: Topic
    host: str
    commune: str
    hamlet: str
    year: int

    def story(self, teacher: str) -> dict[str, str]:
        """Write the four sections; `teacher` is the id of the model that this one learned from, or empty."""
        words = self.dice.randint(LEAST_WORDS + 2 * _MARGIN, MOST_WORDS - 4 * _MARGIN)
        sections = {key: self._section(sentences, words // len(_SECTIONS)) for key, sentences in _SECTIONS.items()}
        if teacher:
            sections["bai_hoc"] += f"\n\nCách làm này học từ [một nơi đã đi trước](../{teacher}/)."
        if self.dice.random() < 0.4:
            sections["cach_lam"] += "\n\n" + "\n".join(f"- {self._filled(step)}." for step in self._some(STEPS, 3))
        return sections

    def title(self) -> str:
        """Write the title."""
        return capital(self._filled(self.dice.choice(TITLES)))[:200]

    def summary(self) -> str:
        """Write the summary: one sentence of the summary's own and one of the story."""
        return capital(self._filled(self.dice.choice(SUMMARIES)))

    def steps(self) -> list[str]:
        """Write the steps of doing the same, in the order of the list."""
        number = self.dice.randint(3, 6)
        chosen = sorted(self.dice.sample(range(len(STEPS)), number))
        return [self._filled(STEPS[index]) for index in chosen]

    def _section(self, sentences: Sequence[str], words: int) -> str:
        """Write about so many words in paragraphs of two to four sentences; now and then a word is strong."""
        paragraphs: list[list[str]] = [[]]
        written = 0
        for sentence in self._endless(sentences):
            if written >= words - _MARGIN // 2:
                break
            if len(paragraphs[-1]) >= self.dice.randint(2, 4):
                paragraphs.append([])
            text = capital(self._filled(sentence))
            written += len(text.split())
            paragraphs[-1].append(text)
        return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

    def _endless(self, sentences: Sequence[str]) -> Iterator[str]:
        while True:
            yield from self._some(sentences, len(sentences))

    def _some(self, sentences: Sequence[str], number: int) -> list[str]:
        return self.dice.sample(sentences, number)

    def _filled(self, sentence: str) -> str:
        """Fill the slots; the same slot of one sentence says the same."""
        dice = self.dice
        low = dice.randint(3, 45)
        return sentence.format(
            ten=self.topic.title,
            viec=self.topic.deed,
            noi=self.commune,
            thon=self.hamlet,
            don_vi=self.host,
            so=low + dice.randint(20, 400),
            so_khac=low,
            nam=min(self.year + dice.randint(0, 3), 2024),
            **{slot: dice.choice(words) for slot, words in WORDS.items()},
        )


def capital(sentence: str) -> str:
    """Begin with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
