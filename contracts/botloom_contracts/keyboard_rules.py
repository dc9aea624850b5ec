"""The rules that buttons and keyboards are held to where they are saved."""

from collections.abc import Mapping, Sequence

import msgspec

from .errors import FieldProblem
from .keyboards import (
    BUTTON_KINDS,
    PAGE_PREFIX,
    ButtonEntry,
    KeyboardEntry,
    KeyboardKind,
    KeyboardOptions,
    page_count,
    reply_markup,
)
from .telegram import (
    BUTTON_LABEL_MAX,
    COPY_TEXT_MAX,
    CUSTOM_EMOJI_ID,
    INLINE_BUTTONS_MAX,
    INLINE_QUERY_MAX,
    INLINE_ROW_MAX,
    INPUT_FIELD_PLACEHOLDER_MAX,
    REPLY_BUTTONS_MAX,
    REPLY_MARKUP_MAX_BYTES,
    REPLY_ROW_MAX,
    check_callback_data,
    check_length,
    check_link,
    check_web_app,
)

PAGED_BUTTONS_MAX = 1000
"""On all pages of a keyboard together."""

NAVIGATION_BUTTONS = 3
PAGE_ROWS_MAX = INLINE_BUTTONS_MAX - NAVIGATION_BUTTONS

_DEFAULTS = KeyboardOptions()
_ID_MAX = 2**63 - 1
"""The longest id in callback data that turn pages, to measure a keyboard that has none yet."""


def check_press_data(field: str, value: str) -> list[FieldProblem]:
    """Callback data that an admin gives to a button or a callback."""
    if value.startswith(PAGE_PREFIX):
        detail = f"begins with {PAGE_PREFIX}, which turns the pages of keyboards"
        return [FieldProblem(field, "reserved", detail)]
    return check_callback_data(field, value)


def check_button(button: ButtonEntry) -> list[FieldProblem]:
    problems = check_length("label", button.label, 1, BUTTON_LABEL_MAX)
    if button.label and not button.label.strip():
        problems.append(FieldProblem("label", "required", "is only white space"))
    problems += _check_data(button) + _check_url(button)
    if button.icon is not None and not CUSTOM_EMOJI_ID.fullmatch(button.icon):
        detail = "must be the id of a custom emoji: digits"
        problems.append(FieldProblem("icon", "digits", detail))
    return problems


def _check_data(button: ButtonEntry) -> list[FieldProblem]:
    if button.data is None:
        if button.kind not in ("callback", "copy_text"):
            return []
        return [FieldProblem("data", "required", f"a {button.kind} button needs data")]
    match button.kind:
        case "callback":
            return check_press_data("data", button.data)
        case "copy_text":
            return check_length("data", button.data, 1, COPY_TEXT_MAX)
        case "switch_inline" | "switch_inline_current":
            return check_length("data", button.data, 0, INLINE_QUERY_MAX)
        case "request_poll":
            known = button.data in ("quiz", "regular")
            problem = FieldProblem("data", "choice", "must be quiz, regular or null")
        case _:
            known = False
            problem = FieldProblem("data", "unused", f"a {button.kind} button sends no data")
    return [] if known else [problem]


def _check_url(button: ButtonEntry) -> list[FieldProblem]:
    if button.kind not in ("url", "web_app"):
        if button.url is None:
            return []
        return [FieldProblem("url", "unused", f"a {button.kind} button opens no address")]
    if button.url is None:
        return [FieldProblem("url", "required", f"a {button.kind} button needs an address")]
    check = check_link if button.kind == "url" else check_web_app
    return check("url", button.url)


def check_keyboard(
    kind: KeyboardKind,
    layout: Sequence[Sequence[int]],
    buttons: Mapping[int, ButtonEntry],
    options: KeyboardOptions,
) -> list[FieldProblem]:
    """The rules of a keyboard; `buttons` has an entry for each button that exists."""
    problems = _check_options(kind, options)
    if kind == "remove":
        if layout:
            detail = "a keyboard of the kind remove has no buttons"
            problems.append(FieldProblem("layout", "unused", detail))
        return problems
    keyboard_length = _check_length(kind, layout, options)
    if keyboard_length:
        return problems + keyboard_length
    problems += _check_rows(kind, layout)
    problems += _check_held(kind, layout, buttons)
    if not problems:
        rows = tuple(tuple(buttons[button_id] for button_id in row) for row in layout)
        problems += check_size(KeyboardEntry(rows, kind, options))
    return problems


def _check_options(kind: KeyboardKind, options: KeyboardOptions) -> list[FieldProblem]:
    used = {"inline": {"page_rows"}, "remove": set[str]()}.get(kind)
    if used is None:
        used = set(options.__struct_fields__) - {"page_rows"}
    problems = [
        FieldProblem(f"options.{name}", "unused", f"is not for {kind} keyboards")
        for name in options.__struct_fields__
        if name not in used and getattr(options, name) != getattr(_DEFAULTS, name)
    ]
    if "placeholder" in used and options.placeholder is not None:
        field = "options.placeholder"
        problems += check_length(field, options.placeholder, 1, INPUT_FIELD_PLACEHOLDER_MAX)
    rows = options.page_rows
    if "page_rows" in used and rows is not None and not 1 <= rows <= PAGE_ROWS_MAX:
        detail = f"is {rows}; 1 to {PAGE_ROWS_MAX} are allowed"
        problems.append(FieldProblem("options.page_rows", "range", detail))
    return problems


def _check_length(
    kind: KeyboardKind, layout: Sequence[Sequence[int]], options: KeyboardOptions
) -> list[FieldProblem]:
    rows = options.page_rows
    if kind == "inline" and rows is not None and 1 <= rows < len(layout):
        return _check_pages(layout, rows)
    count = sum(map(len, layout))
    most = INLINE_BUTTONS_MAX if kind == "inline" else REPLY_BUTTONS_MAX
    if 1 <= count <= most:
        return []
    detail = f"has {count} buttons; 1 to {most} are allowed"
    return [FieldProblem("layout", "length", detail)]


def _check_pages(layout: Sequence[Sequence[int]], page_rows: int) -> list[FieldProblem]:
    count = sum(map(len, layout))
    if count > PAGED_BUTTONS_MAX:
        detail = f"has {count} buttons; 1 to {PAGED_BUTTONS_MAX} are allowed on all pages"
        return [FieldProblem("layout", "length", detail)]
    most = INLINE_BUTTONS_MAX - NAVIGATION_BUTTONS
    for start in range(0, len(layout), page_rows):
        on_page = sum(map(len, layout[start : start + page_rows]))
        if on_page > most:
            detail = f"put {on_page} buttons on one page; {most} and the navigation are allowed"
            return [FieldProblem("options.page_rows", "length", detail)]
    return []


def _check_rows(kind: KeyboardKind, layout: Sequence[Sequence[int]]) -> list[FieldProblem]:
    most = INLINE_ROW_MAX if kind == "inline" else REPLY_ROW_MAX
    return [
        FieldProblem(f"layout[{index}]", "length", f"has {len(row)} buttons; a row has 1 to {most}")
        for index, row in enumerate(layout)
        if not 1 <= len(row) <= most
    ]


def _check_held(
    kind: KeyboardKind, layout: Sequence[Sequence[int]], buttons: Mapping[int, ButtonEntry]
) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    for row_index, row in enumerate(layout):
        for index, button_id in enumerate(row):
            field = f"layout[{row_index}][{index}]"
            button = buttons.get(button_id)
            if button is None:
                problems.append(FieldProblem(field, "exists", f"there is no button {button_id}"))
            elif button.kind not in BUTTON_KINDS[kind]:
                detail = f"button {button_id} is a {button.kind} button, not for {kind} keyboards"
                problems.append(FieldProblem(field, "button_kind", detail))
    return problems


def check_size(keyboard: KeyboardEntry) -> list[FieldProblem]:
    """Of each page, as Telegram gets it."""
    for page in range(page_count(keyboard)):
        size = len(msgspec.json.encode(reply_markup(keyboard, _ID_MAX, page)))
        if size > REPLY_MARKUP_MAX_BYTES:
            where = f"page {page + 1} " if page_count(keyboard) > 1 else ""
            detail = f"{where}has {size} bytes of JSON; at most {REPLY_MARKUP_MAX_BYTES} are sent"
            return [FieldProblem("layout", "bytes", detail)]
    return []
