import pytest
from botloom_contracts.errors import FieldProblem
from botloom_contracts.keyboard_rules import check_button, check_keyboard, check_press_data
from botloom_contracts.keyboards import ButtonEntry, ButtonKind, KeyboardKind, KeyboardOptions

BUTTONS = {
    1: ButtonEntry("1", "1"),
    2: ButtonEntry("2", kind="text"),
    3: ButtonEntry("3" * 128, "3" * 64),
    4: ButtonEntry("4", kind="web_app", url="https://a.b"),
}


def only(problems: list[FieldProblem]) -> tuple[str, str]:
    (problem,) = problems
    return problem.field, problem.rule


@pytest.mark.parametrize(
    ("button", "field", "rule"),
    [
        (ButtonEntry("", "x"), "label", "length"),
        (ButtonEntry("  ", "x"), "label", "required"),
        (ButtonEntry("x" * 129, "x"), "label", "length"),
        (ButtonEntry("x"), "data", "required"),
        (ButtonEntry("x", ""), "data", "bytes"),
        (ButtonEntry("x", "я" * 33), "data", "bytes"),
        (ButtonEntry("x", "page:1:2"), "data", "reserved"),
        (ButtonEntry("x", "x", url="https://a.b"), "url", "unused"),
        (ButtonEntry("x", kind="url"), "url", "required"),
        (ButtonEntry("x", kind="url", url="javascript:alert(1)"), "url", "url"),
        (ButtonEntry("x", "x", "url", "https://a.b"), "data", "unused"),
        (ButtonEntry("x", kind="web_app"), "url", "required"),
        (ButtonEntry("x", kind="web_app", url="http://a.b"), "url", "url"),
        (ButtonEntry("x", "x", "web_app", "https://a.b"), "data", "unused"),
        (ButtonEntry("x", kind="copy_text"), "data", "required"),
        (ButtonEntry("x", "", "copy_text"), "data", "length"),
        (ButtonEntry("x", "x" * 257, "copy_text"), "data", "length"),
        (ButtonEntry("x", "x" * 257, "switch_inline"), "data", "length"),
        (ButtonEntry("x", "x" * 257, "switch_inline_current"), "data", "length"),
        (ButtonEntry("x", "any", "request_poll"), "data", "choice"),
        (ButtonEntry("x", "x", "text"), "data", "unused"),
        (ButtonEntry("x", "x", "request_contact"), "data", "unused"),
        (ButtonEntry("x", kind="request_location", url="https://a.b"), "url", "unused"),
        (ButtonEntry("x", kind="text", icon="👍"), "icon", "digits"),
    ],
)
def test_a_button_that_breaks_a_rule_names_the_field(
    button: ButtonEntry, field: str, rule: str
) -> None:
    assert only(check_button(button)) == (field, rule)


@pytest.mark.parametrize(
    ("kind", "data", "url"),
    [
        ("callback", "я" * 32, None),
        ("callback", "pages", None),
        ("url", None, "tg://resolve?domain=botloom"),
        ("web_app", None, "https://a.b/app?x=1"),
        ("copy_text", "я" * 256, None),
        ("switch_inline", None, None),
        ("switch_inline", "", None),
        ("switch_inline_current", "cats", None),
        ("text", None, None),
        ("request_contact", None, None),
        ("request_location", None, None),
        ("request_poll", None, None),
        ("request_poll", "regular", None),
    ],
)
def test_a_button_of_any_kind_is_taken(kind: ButtonKind, data: str | None, url: str | None) -> None:
    assert check_button(ButtonEntry("x", data, kind, url, "success", "5368324170671202286")) == []


def test_callback_data_that_turn_pages_are_reserved() -> None:
    assert only(check_press_data("callback_data", "page:")) == ("callback_data", "reserved")
    assert check_press_data("callback_data", "my page:1") == []


@pytest.mark.parametrize(
    ("kind", "layout", "field", "rule"),
    [
        ("inline", [], "layout", "length"),
        ("inline", [[1], []], "layout[1]", "length"),
        ("inline", [[1] * 9], "layout[0]", "length"),
        ("inline", [[1]] * 101, "layout", "length"),
        ("inline", [[1, 9]], "layout[0][1]", "exists"),
        ("inline", [[1], [2]], "layout[1][0]", "button_kind"),
        ("inline", [[3]] * 46, "layout", "bytes"),
        ("reply", [[1]], "layout[0][0]", "button_kind"),
        ("reply", [[2] * 13], "layout[0]", "length"),
        ("reply", [[2]] * 301, "layout", "length"),
        ("remove", [[2]], "layout", "unused"),
    ],
)
def test_a_layout_that_breaks_a_rule_names_the_place(
    kind: KeyboardKind, layout: list[list[int]], field: str, rule: str
) -> None:
    assert only(check_keyboard(kind, layout, BUTTONS, KeyboardOptions())) == (field, rule)


@pytest.mark.parametrize(
    ("kind", "options", "field", "rule"),
    [
        ("inline", KeyboardOptions(placeholder="x"), "options.placeholder", "unused"),
        ("inline", KeyboardOptions(resize=False), "options.resize", "unused"),
        ("inline", KeyboardOptions(page_rows=0), "options.page_rows", "range"),
        ("inline", KeyboardOptions(page_rows=98), "options.page_rows", "range"),
        ("reply", KeyboardOptions(page_rows=1), "options.page_rows", "unused"),
        ("reply", KeyboardOptions(placeholder=""), "options.placeholder", "length"),
        ("reply", KeyboardOptions(placeholder="x" * 65), "options.placeholder", "length"),
        ("remove", KeyboardOptions(selective=True), "options.selective", "unused"),
    ],
)
def test_an_option_that_breaks_a_rule_is_named(
    kind: KeyboardKind, options: KeyboardOptions, field: str, rule: str
) -> None:
    layout = {"inline": [[1]], "reply": [[2]], "remove": []}[kind]
    assert only(check_keyboard(kind, layout, BUTTONS, options)) == (field, rule)


@pytest.mark.parametrize(
    ("layout", "page_rows", "field", "rule"),
    [
        ([[1]] * 1001, 10, "layout", "length"),
        ([[1] * 8] * 100, 13, "options.page_rows", "length"),
        ([[1]] * 50 + [[3]] * 60, 50, "layout", "bytes"),
    ],
)
def test_a_keyboard_by_pages_that_is_too_long_is_refused(
    layout: list[list[int]], page_rows: int, field: str, rule: str
) -> None:
    options = KeyboardOptions(page_rows=page_rows)
    assert only(check_keyboard("inline", layout, BUTTONS, options)) == (field, rule)


@pytest.mark.parametrize(
    ("kind", "layout", "options"),
    [
        ("inline", [[1]] * 100, KeyboardOptions()),
        ("inline", [[1]] * 1000, KeyboardOptions(page_rows=97)),
        ("inline", [[1] * 8] * 125, KeyboardOptions(page_rows=12)),
        ("inline", [[1, 4]], KeyboardOptions(page_rows=1)),
        ("reply", [[2] * 12] * 25, KeyboardOptions(one_time=True, placeholder="x" * 64)),
        ("reply", [[2, 4]], KeyboardOptions(resize=False, persistent=True, selective=True)),
        ("remove", [], KeyboardOptions()),
    ],
)
def test_a_keyboard_within_the_rules_is_taken(
    kind: KeyboardKind, layout: list[list[int]], options: KeyboardOptions
) -> None:
    assert check_keyboard(kind, layout, BUTTONS, options) == []
