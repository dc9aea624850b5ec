import pytest
from botloom_contracts.keyboards import (
    ButtonEntry,
    ButtonKind,
    KeyboardEntry,
    KeyboardKind,
    KeyboardOptions,
    check_button,
    check_layout,
    reply_markup,
)


def test_an_inline_keyboard_is_what_telegram_expects() -> None:
    layout = (
        (ButtonEntry("Цены", data="prices"), ButtonEntry("Site", kind="url", url="https://a.b")),
    )
    assert reply_markup(KeyboardEntry(layout), 1) == {
        "inline_keyboard": [
            [
                {"text": "Цены", "callback_data": "prices"},
                {"text": "Site", "url": "https://a.b"},
            ]
        ]
    }


def test_a_reply_keyboard_is_what_telegram_expects() -> None:
    keyboard = KeyboardEntry(
        ((ButtonEntry("Да", kind="text"),), (ButtonEntry("Нет", kind="text"),)),
        kind="reply",
        options=KeyboardOptions(one_time=True, placeholder="Ответ"),
    )
    assert reply_markup(keyboard, 1) == {
        "keyboard": [[{"text": "Да"}], [{"text": "Нет"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "input_field_placeholder": "Ответ",
    }


@pytest.mark.parametrize(
    ("kind", "label", "data", "url", "field", "rule"),
    [
        ("callback", "", "x", None, "label", "length"),
        ("callback", "  ", "x", None, "label", "required"),
        ("callback", "x" * 129, "x", None, "label", "length"),
        ("callback", "x", None, None, "data", "required"),
        ("callback", "x", "", None, "data", "bytes"),
        ("callback", "x", "я" * 33, None, "data", "bytes"),
        ("callback", "x", "x", "https://a.b", "url", "unused"),
        ("url", "x", None, None, "url", "required"),
        ("url", "x", None, "javascript:alert(1)", "url", "url"),
        ("url", "x", "x", "https://a.b", "data", "unused"),
        ("text", "x", "x", None, "data", "unused"),
    ],
)
def test_a_button_that_breaks_a_rule_names_the_field(
    kind: ButtonKind, label: str, data: str | None, url: str | None, field: str, rule: str
) -> None:
    (problem,) = check_button(kind, label, data, url)
    assert (problem.field, problem.rule) == (field, rule)


def test_64_bytes_of_callback_data_are_allowed() -> None:
    assert check_button("callback", "x", "я" * 32, None) == []


@pytest.mark.parametrize(
    ("kind", "layout", "field", "rule"),
    [
        ("inline", [], "layout", "length"),
        ("inline", [[1], []], "layout[1]", "length"),
        ("inline", [[1] * 9], "layout[0]", "length"),
        ("inline", [[1]] * 101, "layout", "length"),
        ("inline", [[1, 9]], "layout[0][1]", "exists"),
        ("inline", [[1], [2]], "layout[1][0]", "button_kind"),
        ("reply", [[1]], "layout[0][0]", "button_kind"),
    ],
)
def test_a_layout_that_breaks_a_rule_names_the_place(
    kind: KeyboardKind, layout: list[list[int]], field: str, rule: str
) -> None:
    (problem,) = check_layout(kind, layout, {1: "callback", 2: "text"}, KeyboardOptions())
    assert (problem.field, problem.rule) == (field, rule)
