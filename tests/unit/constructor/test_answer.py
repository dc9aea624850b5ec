import pytest
from botloom_constructor.calls import Call
from botloom_constructor.steps import Action, Alert, Edit, Reply, Show, Step, Toast
from botloom_constructor.steps.show import SHOWN_MAX
from hypothesis import given
from hypothesis import strategies as st
from support.cache import Values, callback, handler, inline_keyboard, reply_keyboard
from support.running import answer
from support.updates import PERSON_ID, Json, message, person, press, shown

PHOTO = "https://example.org/photo.jpg"
PRESSED_PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
HERE = {"chat_id": PERSON_ID}
ANSWERED = Call("answerCallbackQuery", {"callback_query_id": "query-1"})


def said(**fields: object) -> list[Call]:
    return answer(message(1, "/start"), handler("/start", **fields))


def pressed(values: Values, **fields: object) -> list[Call]:
    return answer(press(1, "x", **fields), values)


def test_a_text_is_sent_with_its_parse_mode() -> None:
    assert said(message="<b>Hi</b>") == [
        Call("sendMessage", {**HERE, "text": "<b>Hi</b>", "parse_mode": "HTML"})
    ]


def test_a_text_without_a_parse_mode_is_sent_as_it_stands() -> None:
    assert said(message="2 < 3", parse_mode=None) == [
        Call("sendMessage", {**HERE, "text": "2 < 3"})
    ]


def test_a_photo_is_sent_with_the_text_under_it() -> None:
    assert said(message="Hi", photo_url=PHOTO) == [
        Call("sendPhoto", {**HERE, "photo": PHOTO, "caption": "Hi", "parse_mode": "HTML"})
    ]


def test_a_photo_alone_has_no_caption() -> None:
    (call,) = said(photo_url=PHOTO)
    assert "caption" not in call.params


def test_empty_content_is_answered_with_nothing() -> None:
    assert said() == []


def test_an_inline_keyboard_stands_under_the_message() -> None:
    values = handler("/start", message="Hi", keyboard_id=3) | inline_keyboard(3, "x")
    (call,) = answer(message(1, "/start"), values)
    assert call.params["reply_markup"] == {
        "inline_keyboard": [[{"text": "Button x", "callback_data": "x"}]]
    }


def test_a_reply_keyboard_comes_with_the_message() -> None:
    values = handler("/start", message="Hi", keyboard_id=3) | reply_keyboard(3, "Prices")
    (call,) = answer(message(1, "/start"), values)
    assert call.params["reply_markup"] == {
        "keyboard": [[{"text": "Prices"}]],
        "resize_keyboard": True,
        "one_time_keyboard": False,
    }


def test_a_message_goes_out_without_a_keyboard_that_is_gone() -> None:
    (call,) = said(message="Hi", keyboard_id=3)
    assert call == Call("sendMessage", {**HERE, "text": "Hi", "parse_mode": "HTML"})


def test_a_placeholder_is_filled_in_and_escaped() -> None:
    values = handler("/start", message="<b>{first_name}</b> {last_name} {user_id} {{username}} { }")
    update = message(1, "/start", **{"from": person(first_name="<i>&", last_name=None)})
    (call,) = answer(update, values)
    assert call.params["text"] == f"<b>&lt;i&gt;&amp;</b>  {PERSON_ID} {{username}} {{ }}"


def test_a_placeholder_in_a_plain_text_is_not_escaped() -> None:
    values = handler("/start", message="{first_name}", parse_mode=None)
    (call,) = answer(message(1, "/start", **{"from": person(first_name="<i>&")}), values)
    assert call.params["text"] == "<i>&"


def test_a_text_is_edited_to_a_text_with_its_keyboard() -> None:
    values = callback("x", message="New", keyboard_id=3) | inline_keyboard(3, "y")
    edited, answered = pressed(values)
    assert edited.method == "editMessageText"
    assert edited.params == {
        **HERE,
        "message_id": 10,
        "text": "New",
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": [[{"text": "Button y", "callback_data": "y"}]]},
    }
    assert answered == ANSWERED


@pytest.mark.parametrize("on", [{}, {"text": None, "photo": PRESSED_PHOTO}])
def test_a_text_and_a_photo_are_edited_to_a_photo(on: Json) -> None:
    edited, _ = pressed(callback("x", message="New", photo_url=PHOTO), message=shown(**on))
    media = {"type": "photo", "media": PHOTO, "caption": "New", "parse_mode": "HTML"}
    assert edited == Call("editMessageMedia", {**HERE, "message_id": 10, "media": media})


def test_a_photo_gives_way_to_a_new_text() -> None:
    on_photo = shown(text=None, photo=PRESSED_PHOTO)
    assert pressed(callback("x", message="New"), message=on_photo) == [
        Call("sendMessage", {**HERE, "text": "New", "parse_mode": "HTML"}),
        Call("deleteMessage", {**HERE, "message_id": 10}),
        ANSWERED,
    ]


def test_a_message_out_of_reach_is_not_edited() -> None:
    sent, _ = pressed(callback("x", message="New"), message=shown(date=0))
    assert sent.method == "sendMessage"


def test_a_message_of_inline_mode_is_not_edited() -> None:
    sent, _ = pressed(callback("x", message="New"), message=None)
    assert sent.method == "sendMessage"


def test_a_reply_keyboard_comes_with_a_new_message_for_an_edit_can_not_bring_it() -> None:
    values = callback("x", message="New", keyboard_id=3) | reply_keyboard(3, "Prices")
    sent, _ = pressed(values)
    assert sent.method == "sendMessage"
    assert "keyboard" in sent.params["reply_markup"]


def test_an_edit_outside_a_press_is_a_reply() -> None:
    assert said(action=(Edit(),), message="Hi") == said(message="Hi")


def test_a_toast_ends_the_spinner() -> None:
    toast = {"callback_query_id": "query-1", "text": "Done"}
    assert pressed(callback("x", action=(Toast("Done"),))) == [Call("answerCallbackQuery", toast)]


def test_an_alert_is_a_window() -> None:
    alert = {"callback_query_id": "query-1", "text": "Done", "show_alert": True}
    assert pressed(callback("x", action=(Alert("Done"),))) == [Call("answerCallbackQuery", alert)]


@pytest.mark.parametrize("note", [Toast("Done"), Alert("Done")])
def test_a_note_outside_a_press_is_a_message_of_plain_text(note: Step) -> None:
    assert said(action=(note,)) == [Call("sendMessage", {**HERE, "text": "Done"})]


def test_steps_run_in_their_order() -> None:
    calls = pressed(callback("x", action=(Reply(), Toast("Done"), Edit()), message="New"))
    assert [call.method for call in calls] == [
        "sendMessage",
        "answerCallbackQuery",
        "editMessageText",
    ]


def test_show_runs_the_action_of_another_handler_with_its_content() -> None:
    values = callback("x", action=(Show(2), Reply()), message="Own") | handler(
        "/prices", 2, action=(Edit(), Toast("Look")), message="Prices"
    )
    edited, toast, own = pressed(values)
    assert (edited.method, edited.params["text"]) == ("editMessageText", "Prices")
    assert (toast.method, toast.params["text"]) == ("answerCallbackQuery", "Look")
    assert (own.method, own.params["text"]) == ("sendMessage", "Own")


def test_a_handler_that_is_gone_shows_nothing() -> None:
    assert pressed(callback("x", action=(Show(2),))) == [ANSWERED]


@pytest.mark.parametrize("width", [1, 20])
def test_handlers_that_show_each_other_come_to_an_end(width: int) -> None:
    shows = (Reply(), *(Show(1) for _ in range(width)))
    assert len(said(action=shows, message="Again")) == 1 + SHOWN_MAX


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Эта кнопка больше не действует."),
        ("ru-RU", "Эта кнопка больше не действует."),
        ("en", "This button no longer works."),
        ("de", "This button no longer works."),
        (None, "This button no longer works."),
    ],
)
def test_a_stale_button_says_so_in_the_persons_language(language: str | None, text: str) -> None:
    update = press(1, "gone", **{"from": person(language_code=language)})
    told = {"callback_query_id": "query-1", "text": text}
    assert answer(update, {}) == [Call("answerCallbackQuery", told)]


def test_a_message_that_nothing_takes_is_not_answered() -> None:
    assert answer(message(1, "anything"), {}) == []


steps = st.one_of(
    st.just(Reply()), st.just(Edit()), st.just(Toast("t")), st.just(Alert("a")),
    st.builds(Show, st.integers(1, 3)),
)  # fmt: skip
actions = st.lists(steps, max_size=4).map(tuple)


@given(st.lists(actions, min_size=3, max_size=3), actions)
def test_a_press_is_answered_exactly_once_whatever_runs(
    handlers: list[Action], action: Action
) -> None:
    values = callback("x", action=action, message="Own")
    for handler_id, each in enumerate(handlers, 1):
        values |= handler(f"/h{handler_id}", handler_id, action=each, message="Shown")
    calls = pressed(values)
    assert [call.method for call in calls].count("answerCallbackQuery") == 1


@given(actions)
def test_a_message_is_never_answered_as_a_press(action: Action) -> None:
    calls = said(action=action, message="Hi")
    assert {call.method for call in calls} <= {"sendMessage"}
