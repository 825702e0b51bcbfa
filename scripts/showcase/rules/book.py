"""All rules, in the order of the format, and the one way to ask them."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Protocol

from showcase.record.intake import Intake
from showcase.record.submission import Submission
from showcase.rules import (
    abbreviation,
    broken_letters,
    calendar_date,
    character,
    children,
    choice,
    conflict,
    consent,
    count,
    counted_in,
    cover,
    criteria,
    declared_person,
    disguised_link,
    district_level,
    document_named,
    duplicate_key,
    email,
    empty_value,
    encoding,
    ended_body,
    event_models,
    field,
    file_name,
    folder_name,
    future,
    host_in_charge,
    host_kind,
    identifier,
    indicator,
    indicator_unit,
    indicator_whole,
    learned_from,
    length,
    linked_model,
    lost_comment,
    loudspeaker,
    markup,
    missing_key,
    missing_marks,
    mixed_scripts,
    number,
    offering,
    other_file,
    people,
    phone,
    photo_fitness,
    photo_missing,
    photo_position,
    photo_sound,
    photo_unused,
    place,
    place_or_body,
    plain_yaml,
    privacy,
    private_name,
    published_address,
    questions,
    rating,
    repeated,
    replaced_by,
    report_empty,
    report_part,
    report_places,
    report_repeated,
    report_series,
    report_sum,
    result_in_story,
    same_photo,
    same_place,
    sensitive,
    similar_model,
    source_number,
    step_sign,
    story_accident,
    story_html,
    story_link,
    story_picture,
    story_plain,
    story_section,
    syntax,
    template,
    theme,
    thousands,
    time_given,
    time_order,
    unexpected_file,
    unique_id,
    unknown_key,
    updated,
    validity,
    vocabulary_files,
    vocabulary_label,
    vocabulary_term,
    web_address,
    whole_file,
    withdrawn_photo,
    word_symbols,
    wrong_shape,
    year,
)
from showcase.rules.setting import Setting
from showcase.words.mistake import mistake, where
from showcase.words.problem import Problem, Severity, Spot, in_order

MOST_TOLD = 100
"""Findings of one rule in one file. A file of 256 kB can hold 80,000 unknown keys; nobody reads them, and it must end."""


class FileRule(Protocol):
    """A question that each file can answer alone."""

    @property
    def NAME(self) -> str:  # noqa: N802 a constant of the rule's module
        """The stable name."""

    def check(self, submission: Submission, setting: Setting, /) -> Iterator[Problem]:
        """Yield what is wrong."""


class CatalogueRule(Protocol):
    """A question that only all files together can answer."""

    @property
    def NAME(self) -> str:  # noqa: N802 a constant of the rule's module
        """The stable name."""

    def check(self, intake: Intake, setting: Setting, /) -> Iterator[Problem]:
        """Yield what is wrong."""


READING_RULES: tuple[FileRule, ...] = (whole_file, encoding, character, conflict, syntax, plain_yaml)
"""What keeps a file from being read."""

FILE_RULES: tuple[FileRule, ...] = (
    *READING_RULES,
    # Keys and shapes.
    duplicate_key,
    unknown_key,
    missing_key,
    empty_value,
    wrong_shape,
    # Values, each alone.
    length,
    count,
    choice,
    field,
    theme,
    host_kind,
    indicator,
    repeated,
    number,
    calendar_date,
    year,
    identifier,
    file_name,
    web_address,
    email,
    phone,
    mixed_scripts,
    broken_letters,
    missing_marks,
    word_symbols,
    lost_comment,
    markup,
    template,
    # What a model says, in the order of the format.
    district_level,
    place,
    place_or_body,
    same_place,
    host_in_charge,
    time_given,
    rating,
    time_order,
    future,
    source_number,
    thousands,
    indicator_unit,
    indicator_whole,
    criteria,
    result_in_story,
    step_sign,
    story_section,
    questions,
    story_plain,
    story_accident,
    story_html,
    story_picture,
    story_link,
    disguised_link,
    photo_missing,
    photo_sound,
    photo_fitness,
    photo_unused,
    other_file,
    cover,
    people,
    consent,
    children,
    photo_position,
    withdrawn_photo,
    private_name,
    declared_person,
    sensitive,
    privacy,
    ended_body,
    offering,
    loudspeaker,
    updated,
    # Documents, vocabularies and reports.
    validity,
    vocabulary_term,
    vocabulary_label,
    report_empty,
    report_part,
    report_places,
    report_sum,
    report_repeated,
)

CATALOGUE_RULES: tuple[CatalogueRule, ...] = (
    unique_id,
    learned_from,
    linked_model,
    event_models,
    counted_in,
    report_series,
    same_photo,
    similar_model,
    vocabulary_files,
    replaced_by,
    document_named,
    abbreviation,
    unexpected_file,
    folder_name,
    published_address,
)


def check_file(submission: Submission, setting: Setting) -> list[Problem]:
    """Ask the rules of a file about one submission; give its findings, sorted."""
    return in_order(list(_of_file(submission, setting)))


def check_catalogue(
    intake: Intake, setting: Setting, rules: Iterable[CatalogueRule] = CATALOGUE_RULES
) -> list[Problem]:
    """Ask the rules of the catalogue, or some of them; give their findings, sorted."""
    return in_order(list(_of_catalogue(intake, setting, rules)))


def _of_file(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Yield a file's findings; where reading has already told of a value, no other rule speaks of it again."""
    told = {Spot(submission.path, fault.line, fault.column) for fault in submission.faults}
    for rule in READING_RULES if submission.kind == "page" else FILE_RULES:
        try:
            checked = iter(rule.check(submission, setting))
            if first := next(checked, None):
                findings = chain((first,), islice(checked, MOST_TOLD))
                hidden = told if rule not in READING_RULES else ()
                yield from (problem for problem in _limited(findings, rule.NAME) if problem.spot not in hidden)
        except Exception as error:  # noqa: BLE001 - our own mistake, of which nobody else's file may suffer
            yield _stopped(rule.NAME, submission.path, error)


def _of_catalogue(intake: Intake, setting: Setting, rules: Iterable[CatalogueRule]) -> Iterator[Problem]:
    for rule in rules:
        try:
            yield from rule.check(intake, setting)
        except Exception as error:  # noqa: BLE001 - as above
            yield _stopped(rule.NAME, intake.root, error)


def _stopped(name: str, path: str, error: Exception) -> Problem:
    """Tell of a rule that failed: nobody knows what it would have found, so nothing is published."""
    return Problem(Spot(path), Severity.ERROR, name, mistake(f"hỏi quy tắc '{name}'", where(error)))


def _limited(findings: Iterable[Problem], name: str) -> Iterator[Problem]:
    for told, problem in enumerate(findings):
        if told == MOST_TOLD:
            sentence = f"Còn nhiều chỗ như vậy nữa trong tệp này. Hãy sửa {MOST_TOLD} chỗ đầu rồi kiểm tra lại."
            yield Problem(problem.spot, Severity.ERROR, name, sentence)
        else:
            yield problem
