"""The rules that media are held to where they are saved."""

from collections.abc import Sequence

from .errors import FieldProblem
from .media import Contact, File, Location, Media, Poll, VideoNote
from .telegram import (
    ALBUM_MAX,
    CONTACT_NAME_MAX,
    FILE_ID,
    PHONE_NUMBER,
    POLL_EXPLANATION_LINE_FEEDS_MAX,
    POLL_EXPLANATION_MAX,
    POLL_OPTION_MAX,
    POLL_OPTIONS_MAX,
    POLL_QUESTION_MAX,
    VENUE_TEXT_MAX,
    check_length,
    check_source,
)

_ALBUMS = {"photo": "photo", "video": "photo", "document": "document", "audio": "audio"}
"""Which kinds can be in an album, and with which: those of the same name."""


def check_media(media: Sequence[Media]) -> list[FieldProblem]:
    """Of each by itself, and of all together as an album."""
    if len(media) > ALBUM_MAX:
        detail = f"has {len(media)} items; an album has at most {ALBUM_MAX}"
        return [FieldProblem("media", "length", detail)]
    problems = _check_album(media) if len(media) > 1 else []
    for index, one in enumerate(media):
        problems += _check_one(f"media[{index}]", one)
    return problems


def _check_album(media: Sequence[Media]) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    first: str | None = None
    for index, one in enumerate(media):
        kind = str(one.__struct_config__.tag)
        if kind not in _ALBUMS:
            problems.append(FieldProblem(f"media[{index}]", "alone", f"a {kind} stands alone"))
        elif first is None:
            first = kind
        elif _ALBUMS[kind] != _ALBUMS[first]:
            detail = f"a {kind} can't be in an album with a {first}"
            problems.append(FieldProblem(f"media[{index}]", "album", detail))
    return problems


def _check_one(field: str, one: Media) -> list[FieldProblem]:
    match one:
        case Location():
            return _check_location(field, one)
        case Contact():
            return _check_contact(field, one)
        case Poll():
            return _check_poll(field, one)
        case _:
            return _check_file(f"{field}.source", one)


def _check_file(field: str, file: File) -> list[FieldProblem]:
    if isinstance(file, VideoNote) and not FILE_ID.fullmatch(file.source):
        detail = "must be a Telegram file_id: Telegram downloads no video notes"
        return [FieldProblem(field, "file_id", detail)]
    return check_source(field, file.source)


def _check_location(field: str, location: Location) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    for name, degrees, most in (
        ("latitude", location.latitude, 90),
        ("longitude", location.longitude, 180),
    ):
        if not -most <= degrees <= most:
            detail = f"is {degrees} degrees; -{most} to {most} are allowed"
            problems.append(FieldProblem(f"{field}.{name}", "range", detail))
    for name, other, text in (
        ("title", location.address, location.title),
        ("address", location.title, location.address),
    ):
        if text is not None:
            problems += _check_text(f"{field}.{name}", text, VENUE_TEXT_MAX)
        elif other is not None:
            detail = "is missing: a venue has a title and an address"
            problems.append(FieldProblem(f"{field}.{name}", "required", detail))
    return problems


def _check_contact(field: str, contact: Contact) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    if not PHONE_NUMBER.fullmatch(contact.phone_number):
        detail = "must be 3 to 15 digits, with or without a + before them"
        problems.append(FieldProblem(f"{field}.phone_number", "phone_number", detail))
    problems += _check_text(f"{field}.first_name", contact.first_name, CONTACT_NAME_MAX)
    if contact.last_name is not None:
        problems += _check_text(f"{field}.last_name", contact.last_name, CONTACT_NAME_MAX)
    return problems


def _check_poll(field: str, poll: Poll) -> list[FieldProblem]:
    problems = _check_text(f"{field}.question", poll.question, POLL_QUESTION_MAX)
    count = len(poll.options)
    if not 1 <= count <= POLL_OPTIONS_MAX:
        detail = f"has {count} options; 1 to {POLL_OPTIONS_MAX} are allowed"
        return [*problems, FieldProblem(f"{field}.options", "length", detail)]
    for index, option in enumerate(poll.options):
        problems += _check_text(f"{field}.options[{index}]", option, POLL_OPTION_MAX)
    return problems + _check_quiz(field, poll)


def _check_quiz(field: str, poll: Poll) -> list[FieldProblem]:
    if poll.correct_option is None:
        if poll.explanation is None:
            return []
        detail = "explains the correct option of a quiz, and there is none"
        return [FieldProblem(f"{field}.explanation", "unused", detail)]
    problems: list[FieldProblem] = []
    if not 0 <= poll.correct_option < len(poll.options):
        detail = f"is {poll.correct_option}; 0 to {len(poll.options) - 1} are options"
        problems.append(FieldProblem(f"{field}.correct_option", "range", detail))
    if poll.multiple:
        detail = "a quiz takes one answer"
        problems.append(FieldProblem(f"{field}.multiple", "exclusive", detail))
    if poll.explanation is not None:
        place = f"{field}.explanation"
        problems += _check_text(place, poll.explanation, POLL_EXPLANATION_MAX)
        line_feeds = poll.explanation.count("\n")
        if line_feeds > POLL_EXPLANATION_LINE_FEEDS_MAX:
            most = POLL_EXPLANATION_LINE_FEEDS_MAX
            detail = f"has {line_feeds} line feeds; at most {most} are allowed"
            problems.append(FieldProblem(place, "line_feeds", detail))
    return problems


def _check_text(field: str, text: str, most: int) -> list[FieldProblem]:
    """1 to `most` characters, and not only white space: Telegram counts that as nothing."""
    if text and not text.strip():
        return [FieldProblem(field, "required", "is only white space")]
    return check_length(field, text, 1, most)
