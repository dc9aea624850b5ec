"""What the bot would do, and why."""

from datetime import UTC, datetime

from botloom_constructor.assumption import assumption
from botloom_constructor.explain import explain
from botloom_constructor.explanation import Explanation
from botloom_constructor.imagine import (
    imagined_event,
    imagined_kind,
    imagined_message,
    imagined_press,
)
from botloom_constructor.rehearsal import World
from botloom_constructor.snapshot import build_snapshot
from botloom_constructor.steps import (
    Approve,
    Ask,
    Notify,
    Random,
    Reply,
    Request,
    Set,
    Toast,
    Wait,
    When,
)
from botloom_constructor.steps.conditions import Subscribed
from botloom_constructor.steps.random_choice import Choice
from botloom_constructor.updates import Chat, Update, User
from support.cache import Values, callback, handler
from support.running import IDENTITY

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANNA = User(7, "Anna", language_code="en")
HERE = Chat(7)


def explained(update: Update, values: Values, world: World = World()) -> Explanation:  # noqa: B008 - a constant
    return explain(update, build_snapshot(3, values), IDENTITY, NOW, world)


def said(text: str) -> Update:
    return imagined_message(ANNA, HERE, NOW, text=text)


def test_the_winner_is_named_and_each_loser_with_its_reason() -> None:
    values = (
        handler("order 66", 1, message="Exactly")
        | handler("order *", 2, message="Any")
        | handler("*6*", 3, message="Six")
        | handler("re:^Order", 4, message="Regex")
        | handler("*", 5, message="What?")
    )
    found = explained(said("Order 66"), values)
    assert (found.seq, found.event) == (3, "message")
    assert found.winner is not None
    assert (found.winner.id, found.winner.pattern) == (1, "order 66")
    assert [(other.id, other.reason) for other in found.others] == [
        (2, "less_specific"),
        (3, "less_specific"),
        (4, "less_specific"),
        (5, "less_specific"),
    ]


def test_priority_and_age_are_reasons_too() -> None:
    values = (
        handler("*a*", 1, priority=5) | handler("*A", 2, priority=1) | handler("a*", 3, priority=5)
    )
    found = explained(said("a"), values)
    assert found.winner is not None
    reasons = {other.id: other.reason for other in found.others}
    assert (found.winner.id, reasons) == (1, {2: "lower_priority", 3: "later_id"})


def test_what_was_matched_the_steps_and_the_messages_are_told() -> None:
    values = handler("order *", 2, (Reply(), Toast("{1}")), message="Order <b>{1}</b>")
    found = explained(said("order 77"), values)
    assert found.matched == {"1": "77"}
    assert [step.step for step in found.steps] == [Reply(), Toast("{1}")]
    assert [sent.params["text"] for sent in found.messages] == ["Order <b>77</b>", "77"]


def test_a_press_names_its_callback_and_those_that_lost() -> None:
    values = callback("item:7", 1, message="Seven") | callback("item:*", 2, message="Any")
    found = explained(imagined_press("item:7", ANNA, HERE, NOW), values)
    assert found.winner is not None
    assert (found.winner.entity, found.winner.id) == ("callback", 1)
    assert [(other.id, other.reason) for other in found.others] == [(2, "less_specific")]
    assert [sent.method for sent in found.messages] == ["editMessageText", "answerCallbackQuery"]


def test_a_press_that_turns_a_page_is_no_callbacks() -> None:
    found = explained(imagined_press("page:1:2", ANNA, HERE, NOW), callback("*", 1))
    assert (found.event, found.winner, found.others) == ("button_click", None, [])


def test_a_stale_button_is_told_as_one() -> None:
    found = explained(imagined_press("gone", ANNA, HERE, NOW), {})
    assert (found.event, found.winner) == ("stale_button", None)
    assert found.messages[0].params["text"] == "This button no longer works."


def test_kinds_and_events_are_explained() -> None:
    values = handler(":photo", 1, message="Nice") | handler(":join_request", 2, (Approve(),))
    photo = explained(imagined_kind("photo", ANNA, HERE, NOW), values)
    joining = explained(imagined_event("join_request", ANNA, HERE, NOW), values)
    assert photo.winner is not None
    assert photo.winner.id == 1
    assert [sent.method for sent in joining.messages] == ["approveChatJoinRequest"]


def test_nothing_is_looked_up_and_what_is_taken_for_it_is_said() -> None:
    action = (
        Set("visits", add=1),
        Request("https://api.example.org/{user_id}"),
        When((Subscribed(chat="@news"),), (Toast("in"),), (Toast("out"),)),
        Wait(60),
        Notify(-5, "visit {var.visits}"),
        Ask("city", "Where?"),
        Toast("never"),
    )
    found = explained(said("/start"), handler("/start", 1, action), World({"visits": "4"}))
    assert found.messages[0].params["text"] == "out"
    assert found.messages[1].params["text"].startswith("visit 5")
    assert found.messages[2].params["text"] == "Where?"
    assert found.assumptions == [
        "GET https://api.example.org/7 is answered with 200 and {}",
        "the person is not subscribed to @news",
        "goes on after 60 s",
        "goes on with the answer, which is kept as `city`",
    ]
    assert found.assumed == [
        assumption("request", method="GET", url="https://api.example.org/7"),
        assumption("not_subscribed", chat="@news"),
        assumption("pause", seconds=60),
        assumption("answer", variable="city"),
    ]


def test_a_subscription_can_be_given() -> None:
    action = (When((Subscribed(chat="@news"),), (Toast("in"),), (Toast("out"),)),)
    world = World(subscriptions={"@news": True})
    found = explained(said("/start"), handler("/start", 1, action), world)
    assert (found.messages[0].params["text"], found.assumptions) == ("in", [])


def test_what_is_chosen_at_random_is_the_same_each_time() -> None:
    choices = tuple(Choice((Toast(str(number)),)) for number in range(20))
    values = handler("/start", 1, (Random(choices),))
    told = {explained(said("/start"), values).messages[0].params["text"] for _ in range(20)}
    assert len(told) == 1
