"""What each step does, and what it asks for from outside."""

from random import Random as Chance

import msgspec
import pytest
from botloom_constructor.calls import Call
from botloom_constructor.effects import (
    Effect,
    Fetch,
    LoadVariables,
    Outcome,
    Pause,
    Question,
    Subscription,
)
from botloom_constructor.run import STEPS_MAX, Run, SavedRun, proceed, restore, save
from botloom_constructor.steps import (
    Action,
    Approve,
    Ask,
    Decline,
    Delete,
    Forward,
    Notify,
    Random,
    Reply,
    Request,
    Set,
    Show,
    Stop,
    Toast,
    Typing,
    Wait,
    When,
)
from botloom_constructor.steps.conditions import ChatKind, Language, Person, Subscribed, Variable
from botloom_constructor.steps.random_choice import Choice
from support.cache import callback, handler
from support.running import AT, IDENTITY, answer, made, started
from support.updates import PERSON_ID, Json, message, person, press

SAID = message(1, "/start")
PRESSED = press(1, "x")


def run_of(*steps: object, update: Json = SAID, **fields: object) -> tuple[Run, Effect | None]:
    action: Action = steps  # type: ignore[assignment] # of steps
    values = handler("/start", 1, action=action, **fields) | callback("x", 1, action, **fields)
    return started(update, values)


def texts(run: Run) -> list[object]:
    return [call.params["text"] for call in made(run)]


def with_variables(run: Run, **variables: str) -> Effect | None:
    run.variables = variables
    return proceed(run)


def test_delete_takes_the_message_of_the_button_or_the_persons_own() -> None:
    (deleted, _), _ = made(run_of(Delete(), update=PRESSED)[0]), None
    assert deleted == Call("deleteMessage", {"chat_id": PERSON_ID, "message_id": 10})
    (own,) = made(run_of(Delete())[0])
    assert own.params["message_id"] == 11


def test_typing_shows_what_the_bot_is_doing() -> None:
    (call,) = made(run_of(Typing("upload_photo"))[0])
    assert call == Call("sendChatAction", {"chat_id": PERSON_ID, "action": "upload_photo"})


def test_notify_says_who_asked_and_lets_no_name_break_the_markup() -> None:
    update = message(1, "/start", **{"from": person(first_name="<b>", last_name=None)})
    (call,) = made(run_of(Notify(-100, "Help & advice"), update=update)[0])
    assert call.params == {
        "chat_id": -100,
        "text": f"Help &amp; advice\n\n— "
        f'<a href="tg://user?id={PERSON_ID}">&lt;b&gt;</a> (@anna, {PERSON_ID})',
        "parse_mode": "HTML",
    }


def test_forward_sends_the_persons_message_on() -> None:
    (call,) = made(run_of(Forward("@support"))[0])
    wanted = {"chat_id": "@support", "from_chat_id": PERSON_ID, "message_id": 11}
    assert call == Call("forwardMessage", wanted)


def test_random_follows_the_weights() -> None:
    choices = (Choice((Toast("often"),), 9), Choice((Toast("seldom"),), 1))
    seen = []
    for seed in range(200):
        run, effect = run_of(Wait(1), Random(choices))
        assert isinstance(effect, Pause)
        run.random = Chance(seed)
        proceed(run)
        seen += texts(run)
    assert 150 < seen.count("often") < 200
    assert seen.count("often") + seen.count("seldom") == 200


def test_stop_ends_also_the_action_that_led_here() -> None:
    values = handler("/start", 1, (Show(2), Toast("never"))) | handler(
        "/other", 2, (Toast("seen"), Stop())
    )
    (call,) = answer(SAID, values)
    assert call.params["text"] == "seen"


def test_a_wait_pauses_and_the_rest_comes_behind_it_after_a_restart() -> None:
    run, effect = run_of(Toast("now"), Wait(60), Reply(), message="Later, {first_name}")
    assert effect == Pause(60)
    assert texts(run) == ["now"]
    saved = msgspec.json.decode(msgspec.json.encode(save(run)), type=SavedRun)
    later = restore(saved, run.snapshot, IDENTITY, AT)
    assert proceed(later) is None
    assert texts(later) == ["Later, Anna"]


def test_a_press_is_answered_before_a_wait_and_later_notes_are_messages() -> None:
    run, _ = run_of(Wait(5), Toast("later"), update=PRESSED)
    assert made(run) == [Call("answerCallbackQuery", {"callback_query_id": "query-1"})]
    later = restore(save(run), run.snapshot, IDENTITY, AT)
    proceed(later)
    assert made(later) == [Call("sendMessage", {"chat_id": PERSON_ID, "text": "later"})]


def test_a_run_whose_rule_was_deleted_meanwhile_goes_on_without_its_content() -> None:
    run, _ = run_of(Wait(5), Reply(), Toast("still"), message="Gone")
    later = restore(save(run), run.snapshot.with_changes(2, {"handler:/start": None}), IDENTITY, AT)
    assert proceed(later) is None
    assert texts(later) == ["still"]


def test_set_keeps_a_variable_that_later_steps_see() -> None:
    run, effect = run_of(Set("city", "{first_name}'s"), Toast("In {var.city}"))
    assert isinstance(effect, LoadVariables)
    assert with_variables(run) is None
    assert run.changed == {"city": "Anna's"}
    assert texts(run) == ["In Anna's"]


@pytest.mark.parametrize(
    ("before", "add", "after"),
    [("", 1, "1"), ("2", 1, "3"), ("2.5", -1, "1.5"), ("many", 2, "2"), ("1e99", 1, "1")],
)
def test_set_counts(before: str, add: float, after: str) -> None:
    run, _ = run_of(Set("visits", add=add))
    with_variables(run, visits=before)
    assert run.changed == {"visits": after}


def test_a_content_with_a_variable_waits_until_it_is_loaded() -> None:
    run, effect = run_of(Toast("first"), Reply(), message="Your city: {var.city}")
    assert isinstance(effect, LoadVariables)
    assert texts(run) == ["first"]
    assert with_variables(run, city="Omsk") is None
    assert texts(run) == ["Your city: Omsk"]


def decided(when: When, update: Json = SAID, **variables: str) -> list[object]:
    run, effect = run_of(when, update=update)
    if isinstance(effect, LoadVariables):
        effect = with_variables(run, **variables)
    assert effect is None
    return texts(run)


YES, NO = (Toast("yes"),), (Toast("no"),)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (Language(among=("ru",)), True),
        (Language(among=("en", "de")), False),
        (Language(among=("en",), negate=True), True),
        (ChatKind(among=("private",)), True),
        (ChatKind(among=("group", "supergroup")), False),
        (Person(field="username", value="ANNA"), True),
        (Person(field="username", operator="is_set"), True),
        (Person(field="last_name", operator="contains", value="tro"), True),
        (Person(field="premium"), False),
        (Variable(name="age", operator="greater", value="17"), True),
        (Variable(name="age", operator="less", value="18"), False),
        (Variable(name="age", value="18"), True),
        (Variable(name="city", operator="is_set"), False),
        (Variable(name="city", operator="is_set", negate=True), True),
        (Variable(name="name", value="{first_name}"), True),
    ],
)
def test_when_decides_by_a_condition(condition: object, holds: bool) -> None:
    when = When((condition,), YES, NO)  # type: ignore[arg-type] # a condition
    assert decided(when, age="18", name="anna") == ["yes" if holds else "no"]


@pytest.mark.parametrize(("match", "said"), [("all", "no"), ("any", "yes")])
def test_when_asks_for_all_conditions_or_for_any(match: str, said: str) -> None:
    conditions = (Language(among=("ru",)), ChatKind(among=("group",)))
    assert decided(When(conditions, YES, NO, match)) == [said]  # type: ignore[arg-type] # literal


@pytest.mark.parametrize(
    ("status", "said"),
    [("member", "yes"), ("creator", "yes"), ("left", "no"), ("kicked", "no"), (None, "no")],
)
def test_when_asks_telegram_whether_the_person_is_subscribed(status: str | None, said: str) -> None:
    run, effect = run_of(When((Subscribed(chat="@news"),), YES, NO), Toast("after"))
    assert isinstance(effect, Subscription)
    assert effect.chat == "@news"
    assert effect.resume(run, status) is None
    assert proceed(run) is None
    assert texts(run) == [said, "after"]


def test_when_asks_of_each_channel_once() -> None:
    both = When((Subscribed(chat="@a"), Subscribed(chat="@b")), YES, NO)
    run, first = run_of(both)
    assert isinstance(first, Subscription)
    second = first.resume(run, "member")
    assert isinstance(second, Subscription)
    assert second.chat == "@b"
    assert second.resume(run, "member") is None
    proceed(run)
    assert texts(run) == ["yes"]


def test_ask_sends_the_question_with_its_choices_and_waits() -> None:
    ask = Ask("size", "Which size?", "choice", ("S", "M", "L"), cancel="Never mind")
    run, effect = run_of(ask, Toast("Thanks"))
    assert effect == Question(ask)
    (call,) = made(run)
    assert call.params["reply_markup"]["keyboard"] == [
        [{"text": "S"}, {"text": "M"}],
        [{"text": "L"}],
        [{"text": "Never mind"}],
    ]


def test_request_fills_in_its_address_headers_and_body() -> None:
    update = message(1, "/start", **{"from": person(username="a/../b?c#d", first_name="Ann\na")})
    request = Request(
        "https://api.example.org/u/{username}?id={user_id}",
        "POST",
        {"X-Name": "{first_name}"},
        {"who": ["{first_name}"], "n": 3},
    )
    _, effect = run_of(request, update=update)
    assert isinstance(effect, Fetch)
    assert effect.url == f"https://api.example.org/u/a%2F..%2Fb%3Fc%23d?id={PERSON_ID}"
    assert effect.headers == {"Content-Type": "application/json", "X-Name": "Ann a"}
    assert msgspec.json.decode(effect.body or b"") == {"who": ["Ann\na"], "n": 3}


@pytest.mark.parametrize("name", ["..", "."])
def test_a_value_that_would_lead_to_another_path_is_an_error(name: str) -> None:
    step = Request("https://api.example.org/u/{username}/orders?x=..", on_error=(Toast("no"),))
    run, effect = run_of(step, update=message(1, "/start", **{"from": person(username=name)}))
    assert (effect, texts(run)) == (None, ["no"])


def responded(outcome: Outcome) -> tuple[dict[str, str | None], list[object]]:
    save_as = {"price": "items[0].price", "all": "items"}
    run, effect = run_of(
        Request("https://api.example.org", save=save_as, on_error=(Toast("sorry"),)), Toast("next")
    )
    assert isinstance(effect, Fetch)
    run.variables = {}
    effect.resume(run, outcome)
    proceed(run)
    return run.changed, texts(run)


def test_request_keeps_parts_of_the_answer() -> None:
    body = b'{"items": [{"price": 12.5}]}'
    changed, said = responded(Outcome(200, body))
    assert changed == {"price": "12.5", "all": '[{"price":12.5}]'}
    assert said == ["next"]


@pytest.mark.parametrize(
    "outcome",
    [Outcome(error="timeout"), Outcome(500, b"{}"), Outcome(200, b"<html>"), Outcome(404, b"{}")],
)
def test_a_request_that_fails_runs_what_is_meant_for_that_and_goes_on(outcome: Outcome) -> None:
    assert responded(outcome) == ({}, ["sorry", "next"])


@pytest.mark.parametrize(
    ("step", "method"),
    [(Approve(), "approveChatJoinRequest"), (Decline(), "declineChatJoinRequest")],
)
def test_a_join_request_is_approved_or_declined(step: Approve | Decline, method: str) -> None:
    chat = {"id": -100500, "type": "supergroup", "title": "Club"}
    request = {"chat": chat, "from": person(), "user_chat_id": PERSON_ID, "date": 1}
    values = handler(":join_request", 1, (step,))
    (call,) = answer({"update_id": 1, "chat_join_request": request}, values)
    assert call == Call(method, {"chat_id": -100500, "user_id": PERSON_ID})


def test_actions_that_show_one_another_endlessly_come_to_an_end() -> None:
    wide = tuple(Random((Choice((Show(1),)), Choice((Show(1),)))) for _ in range(20))
    run, effect = run_of(*wide)
    assert effect is None
    assert run.executed <= STEPS_MAX
