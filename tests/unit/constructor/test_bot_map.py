"""What leads where, and after what nothing can be done."""

from typing import Any

from botloom_constructor.bot_map import BotMap, Counted, draw
from botloom_constructor.lint import (
    Configuration,
    LintedButton,
    LintedCallback,
    LintedHandler,
    LintedKeyboard,
)
from botloom_constructor.steps import Ask, Edit, Notify, Reply, Show, Toast, When
from botloom_constructor.steps.conditions import Language

REPLY, EDIT = (Reply(),), (Edit(),)


def handler(
    number: int, pattern: str, action: Any = REPLY, keyboard: int | None = None, on: bool = True
) -> LintedHandler:
    return LintedHandler(number, pattern, 0, on, action, "x", keyboard)


def callback(number: int, data: str, action: Any = EDIT, shown: int | None = 1) -> LintedCallback:
    return LintedCallback(number, data, True, action, shown)


def drawn(**parts: Any) -> BotMap:
    empty: dict[str, Any] = {"handlers": (), "callbacks": (), "buttons": (), "keyboards": ()}
    return draw(Configuration(**{**empty, **parts}), "Shop_bot")


def edges(found: BotMap) -> set[tuple[str, str, str]]:
    return {
        (f"{one.source.entity} {one.source.id}", one.kind, f"{one.target.entity} {one.target.id}")
        for one in found.edges
    }


def dead_ends(found: BotMap) -> list[str]:
    return [f"{one.entity} {one.id}" for one in found.dead_ends]


def test_a_press_leads_to_the_callback_that_wins_it_and_on_to_its_handler() -> None:
    found = drawn(
        handlers=(handler(1, "/start", keyboard=1), handler(2, "/item")),
        keyboards=(LintedKeyboard(1, "menu", frozenset({1})),),
        buttons=(LintedButton(1, "Item", "item:7"),),
        callbacks=(callback(1, "item:*", shown=2), callback(2, "i*", shown=1)),
    )
    assert edges(found) == {
        ("handler 1", "shows_keyboard", "keyboard 1"),
        ("keyboard 1", "has_button", "button 1"),
        ("button 1", "pressed", "callback 1"),
        ("callback 1", "shows_content", "handler 2"),
        ("callback 2", "shows_content", "handler 1"),
    }
    counted = {one.kind: one.counted for one in found.edges if one.source.id == 1}
    assert counted == {
        "shows_keyboard": Counted("handler", 1),
        "has_button": Counted("data", "item:7"),
        "pressed": Counted("data", "item:7"),
        "shows_content": Counted("callback", 1),
    }
    assert dead_ends(found) == ["handler 2", "callback 1"]


def test_presses_are_not_told_of_buttons_that_send_the_same_or_stand_in_several_places() -> None:
    found = drawn(
        keyboards=(
            LintedKeyboard(1, "a", frozenset({1, 3})),
            LintedKeyboard(2, "b", frozenset({2, 3})),
        ),
        buttons=(
            LintedButton(1, "A", "same"),
            LintedButton(2, "B", "same"),
            LintedButton(3, "C", "other"),
        ),
        callbacks=(callback(1, "*", (Toast("x"),), None),),
    )
    counted = {(one.source.entity, one.target.id): one.counted for one in found.edges[:4]}
    assert set(counted.values()) == {None}
    assert [one.counted for one in found.edges[4:]] == [None, None, Counted("data", "other")]


def test_buttons_that_send_messages_and_links_lead_to_the_handler_that_takes_them() -> None:
    found = drawn(
        handlers=(
            handler(1, "prices"),
            handler(2, ":contact"),
            handler(3, "/start promo"),
            handler(4, "*"),
        ),
        buttons=(
            LintedButton(1, "Prices", None, "text"),
            LintedButton(2, "Phone", None, "request_contact"),
            LintedButton(3, "Here", None, "url", "https://t.me/shop_bot?start=promo"),
            LintedButton(4, "Else", None, "text"),
            LintedButton(5, "Other bot", None, "url", "https://t.me/other_bot?start=promo"),
            LintedButton(6, "Site", None, "url", "https://example.org"),
            LintedButton(7, "Where", None, "request_location"),
        ),
    )
    assert edges(found) == {
        ("button 1", "says", "handler 1"),
        ("button 2", "says", "handler 2"),
        ("button 3", "links", "handler 3"),
        ("button 4", "says", "handler 4"),
        ("button 7", "says", "handler 4"),
    }


def test_steps_lead_to_handlers_and_are_counted_where_they_always_run() -> None:
    chosen = When((Language(among=("ru",)),), (Show(3),))
    found = drawn(
        handlers=(
            handler(1, "/start", (Show(2), chosen, Show(4))),
            handler(2, "a"),
            handler(3, "b"),
            handler(4, "c"),
        )
    )
    assert [(one.target.id, one.counted) for one in found.edges] == [
        (2, Counted("handler", 1)),
        (3, None),
        (4, None),
    ]


def test_after_what_asks_shows_buttons_or_leaves_them_a_person_goes_on() -> None:
    found = drawn(
        handlers=(
            handler(1, "asks", (Ask("x", "?"),)),
            handler(2, "menu", keyboard=1),
            handler(3, "shows", (Show(2),)),
            handler(4, "says"),
            handler(5, "removes", keyboard=2),
            handler(6, ":blocked", (Notify(5, "gone"),)),
            handler(7, "off", on=False),
        ),
        keyboards=(
            LintedKeyboard(1, "menu", frozenset({1, 2})),
            LintedKeyboard(2, "none", frozenset(), "remove"),
        ),
        buttons=(LintedButton(1, "A", "a"), LintedButton(2, "B", "nobody")),
        callbacks=(
            callback(1, "a", (Toast("x"),), None),
            callback(2, "b", shown=2),
            callback(3, "c", shown=4),
            callback(4, "d", (Show(3),), None),
        ),
    )
    assert dead_ends(found) == ["handler 4", "handler 5", "callback 3", "button 2"]


MENU = LintedKeyboard(1, "menu", frozenset({1}), "reply")
HELP = LintedButton(1, "help", None, "text")


def with_menu(*handlers: LintedHandler, menu: LintedKeyboard = MENU, **parts: Any) -> list[str]:
    """The handlers and callbacks that are dead ends, with a button `help` on keyboard 1."""
    others = (
        LintedKeyboard(2, "none", frozenset(), "remove"),
        LintedKeyboard(3, "inline", frozenset({2})),
    )
    buttons = (HELP, LintedButton(2, "More", "more"))
    found = drawn(handlers=handlers, keyboards=(menu, *others), buttons=buttons, **parts)
    return [one for one in dead_ends(found) if not one.startswith("button")]


MORE = callback(1, "more", shown=4)


def test_nothing_is_a_dead_end_over_a_reply_keyboard_that_stays() -> None:
    help_, typed = handler(2, "help"), handler(3, "/typed")
    start = handler(1, "/start", keyboard=1)
    assert with_menu(start, help_, typed) == []
    promo = handler(5, "/start promo")
    assert with_menu(start, help_, typed, promo) == ["handler 3", "handler 5"]
    assert with_menu(handler(1, "/start", keyboard=3), help_, typed, callbacks=(MORE,)) == [
        "handler 3",
        "callback 1",
    ]


def test_a_keyboard_that_goes_with_its_use_does_not_stand_after_it() -> None:
    once = LintedKeyboard(1, "menu", frozenset({1}), "reply", one_time=True)
    handlers = (handler(1, "/start", keyboard=1), handler(2, "help"))
    assert with_menu(*handlers, menu=once) == ["handler 2"]


def test_where_one_way_removes_the_keyboard_what_follows_is_a_dead_end() -> None:
    start, inline = handler(1, "/start", keyboard=1), handler(3, "/inline", keyboard=3)
    shown = handler(4, "x", on=False)
    assert with_menu(start, inline, shown, handler(2, "help"), callbacks=(MORE,)) == []
    removes = handler(5, "bye", keyboard=2)
    assert with_menu(start, shown, removes) == ["handler 5"]
    first_removes = handler(3, "/inline", (Show(5), Reply()), keyboard=3)
    assert with_menu(start, first_removes, shown, removes, callbacks=(MORE,)) == [
        "handler 5",
        "callback 1",
    ]
    sometimes = When((Language(among=("ru",)),), (Show(5),))
    assert with_menu(start, handler(6, "/a", (Reply(), sometimes)), removes) == [
        "handler 6",
        "handler 5",
    ]
    back = handler(6, "/a", (sometimes, Show(1)))
    assert with_menu(start, back, removes) == ["handler 5"]


def test_a_question_with_buttons_takes_the_place_of_the_keyboard() -> None:
    start = handler(1, "/start", keyboard=1)
    asks = (Ask("x", "?", cancel="no"), Show(4))
    says = handler(4, "x", on=False)
    assert with_menu(start, handler(2, "/a", asks), says) == ["handler 4"]
    asks = (Ask("x", "?"), Show(4))
    assert with_menu(start, handler(2, "/a", asks), says) == []


def test_a_loop_of_steps_ends() -> None:
    found = drawn(handlers=(handler(1, "a", (Show(2),)), handler(2, "b", (Show(1),))))
    assert dead_ends(found) == ["handler 1", "handler 2"]
