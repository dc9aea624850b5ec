"""What is allowed, but hardly meant."""

import pytest
from botloom_constructor.lint import (
    Configuration,
    Finding,
    LintedButton,
    LintedCallback,
    LintedHandler,
    LintedKeyboard,
    lint,
)
from botloom_constructor.steps import DEFAULT_ACTION, Action, Edit, Reply, Set, Show, Toast

MESSAGE = "Hi"


def a_handler(handler_id: int, pattern: str, **fields: object) -> LintedHandler:
    known = {
        "priority": 0,
        "enabled": True,
        "action": DEFAULT_ACTION,
        "message": MESSAGE,
        "keyboard_id": None,
    }
    return LintedHandler(id=handler_id, pattern=pattern, **{**known, **fields})  # type: ignore[arg-type] # fields


START, FALLBACK = a_handler(1, "/start", keyboard_id=1), a_handler(2, "*")
BUTTON, KEYBOARD = LintedButton(1, "Prices", "prices"), LintedKeyboard(1, "menu", frozenset({1}))
EDIT: Action = (Edit(),)
CALLBACK = LintedCallback(1, "prices", True, EDIT, 2)


def found(
    *handlers: LintedHandler,
    callbacks: tuple[LintedCallback, ...] = (CALLBACK,),
    buttons: tuple[LintedButton, ...] = (BUTTON,),
    keyboards: tuple[LintedKeyboard, ...] = (KEYBOARD,),
) -> list[Finding]:
    return lint(Configuration((START, FALLBACK, *handlers), callbacks, buttons, keyboards))


def codes(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.id) for finding in findings]


def test_a_sound_configuration_has_no_findings() -> None:
    assert found() == []


def test_a_missing_start_and_a_missing_fallback_are_told() -> None:
    nothing = lint(Configuration((), (), (), ()))
    assert codes(nothing) == [("no_start", None), ("no_fallback", None)]


def test_a_handler_that_can_never_win_is_told_with_a_text_that_shows_it() -> None:
    (finding,) = found(a_handler(3, "price"), a_handler(4, "re:^price$"))
    assert (finding.code, finding.id, finding.other_id) == ("never_wins", 4, 3)
    assert finding.witness == "price"
    assert (finding.name, finding.other_name) == ("re:^price$", "price")


def test_patterns_that_overlap_are_told_with_a_text_that_both_match() -> None:
    (finding,) = found(a_handler(3, "order*"), a_handler(4, "*ready"))
    assert (finding.code, {finding.id, finding.other_id}) == ("overlap", {3, 4})
    witness = finding.witness
    assert witness is not None
    assert witness.startswith("order")
    assert witness.endswith("ready")


def test_a_callback_that_no_button_sends_is_told() -> None:
    unused = LintedCallback(2, "item:*", True, EDIT, 2)
    assert codes(found(callbacks=(CALLBACK, unused))) == [("callback_without_button", 2)]
    sending = LintedButton(2, "Item", "item:7")
    keyboard = LintedKeyboard(1, "menu", frozenset({1, 2}))
    assert (
        found(callbacks=(CALLBACK, unused), buttons=(BUTTON, sending), keyboards=(keyboard,)) == []
    )


def test_a_button_that_no_callback_takes_is_told() -> None:
    assert codes(found(callbacks=())) == [("button_without_callback", 1)]


def test_a_button_on_no_keyboard_is_told() -> None:
    assert codes(found(buttons=(BUTTON, LintedButton(9, "Site", None)))) == [("button_unplaced", 9)]


def test_a_keyboard_that_nobody_sees_is_told() -> None:
    keyboards = (KEYBOARD, LintedKeyboard(5, "old", frozenset({1})))
    assert codes(found(keyboards=keyboards)) == [("keyboard_unreached", 5)]


@pytest.mark.parametrize(
    "leads_there",
    [
        a_handler(4, "/menu", action=(Reply(), Show(3))),
        None,
    ],
)
def test_a_disabled_handler_that_nothing_shows_is_told(leads_there: LintedHandler | None) -> None:
    disabled = a_handler(3, "/old", enabled=False)
    if leads_there is None:
        assert codes(found(disabled)) == [("handler_unreached", 3)]
    else:
        assert found(disabled, leads_there) == []


def test_a_variable_that_no_step_sets_is_told() -> None:
    uses = a_handler(3, "/me", message="Your city: {var.city}")
    assert codes(found(uses)) == [("variable_never_set", 3)]
    assert found(uses, a_handler(4, "/set", action=(Set("city", "{payload}"), Toast("ok")))) == []
