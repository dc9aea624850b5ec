"""A conversation that is explained message by message: questions and variables go on."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from botloom_constructor.conversation import Pending
from botloom_constructor.explain import explain
from botloom_constructor.explanation import Explanation
from botloom_constructor.imagine import imagined_kind, imagined_message, imagined_press
from botloom_constructor.rehearsal import World
from botloom_constructor.run import SavedFrame, SavedRun
from botloom_constructor.snapshot import build_snapshot
from botloom_constructor.steps import Ask, Random, Reply, Set, Toast
from botloom_constructor.told_question import TOLD_MAX, read_question, tell_question
from botloom_constructor.trigger import Trigger
from botloom_constructor.updates import Chat, Update, User
from botloom_contracts.errors import InvalidInput
from support.cache import Values, callback, handler
from support.running import IDENTITY

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANNA = User(7, "Anna", language_code="en")
HERE = Chat(7)


class Conversation:
    """As whoever shows it keeps it: what an explanation tells goes into the next."""

    def __init__(self, values: Values) -> None:
        self._snapshot = build_snapshot(3, values)
        self.told: Explanation | None = None

    def _tell(self, update: Update) -> Explanation:
        world = World()
        if self.told is not None:
            asked = self.told.question
            question = None if asked is None else read_question(asked)
            world = World(self.told.variables, question=question)
        self.told = explain(update, self._snapshot, IDENTITY, NOW, world)
        return self.told

    def say(self, text: str, **content: Any) -> Explanation:
        return self._tell(imagined_message(ANNA, HERE, NOW, text=text, **content))

    def send_contact(self) -> Explanation:
        return self._tell(imagined_kind("contact", ANNA, HERE, NOW))

    def press(self, data: str) -> Explanation:
        return self._tell(imagined_press(data, ANNA, HERE, NOW))


def texts(told: Explanation) -> list[str]:
    return [sent.params["text"] for sent in told.messages]


ORDER = handler(
    "/order",
    1,
    (
        Ask("name", "Your name?"),
        Ask("count", "How many?", "number", retry="A number, please", attempts=2),
        Set("orders", add=1),
        Reply(),
    ),
    message="{var.count} for {var.name}",
)


def test_an_answer_is_taken_and_the_action_goes_on() -> None:
    chat = Conversation(ORDER)
    assert texts(chat.say("/order")) == ["Your name?"]
    named = chat.say("Bo")
    assert (named.event, named.winner and named.winner.id) == ("answer", 1)
    assert (texts(named), named.variables) == (["How many?"], {"name": "Bo"})
    done = chat.say("3")
    assert texts(done) == ["3 for Bo"]
    assert done.variables == {"name": "Bo", "count": "3", "orders": "1"}
    assert done.question is None
    assert [type(one.step) for one in done.steps] == [Set, Reply]


def test_an_answer_that_does_not_fit_is_asked_for_again_and_at_last_given_up() -> None:
    chat = Conversation(ORDER)
    chat.say("/order")
    chat.say("Bo")
    assert texts(chat.say("many")) == ["A number, please"]
    given_up = chat.say("plenty")
    assert (texts(given_up), given_up.question) == (["Cancelled."], None)


def test_a_command_ends_the_question() -> None:
    chat = Conversation(ORDER | handler("/help", 2, message="Help"))
    chat.say("/order")
    helped = chat.say("/help")
    assert (texts(helped), helped.question) == (["Help"], None)
    assert chat.say("Bo").event == "unmatched"


def test_a_press_leaves_the_question_open() -> None:
    chat = Conversation(ORDER | callback("x", 2, (Toast("pressed"),)))
    asked = chat.say("/order").question
    assert chat.press("x").question == asked
    assert texts(chat.say("Bo")) == ["How many?"]


def test_a_question_of_a_callback_names_it_and_takes_a_contact() -> None:
    chat = Conversation(callback("buy", 4, (Ask("phone", "Phone?", "phone"), Toast("Thanks"))))
    asked = chat.press("buy")
    assert [sent.method for sent in asked.messages] == ["sendMessage", "answerCallbackQuery"]
    assert asked.messages[0].params["reply_markup"]["keyboard"][0][0]["request_contact"]
    answered = chat.send_contact()
    assert answered.winner is not None
    assert (answered.winner.entity, answered.winner.id) == ("callback", 4)
    assert answered.variables == {"phone": "+10000000000"}
    assert texts(answered) == ["Thanks"]


def test_a_variable_that_is_emptied_is_gone() -> None:
    chat = Conversation(handler("a", 1, (Set("x", "1"),)) | handler("b", 2, (Set("x"),)))
    assert chat.say("a").variables == {"x": "1"}
    assert chat.say("b").variables == {}


def test_names_that_a_pattern_gave_are_known_to_what_goes_on() -> None:
    steps = (Ask("size", "Size?"), Toast("{colour|no colour}, {var.size}, {1|-}"))
    chat = Conversation(handler("re:^shirt(?: in (?P<colour>\\w+))?$", 1, steps))
    chat.say("shirt")
    assert texts(chat.say("XL")) == ["no colour, XL, -"]


def test_what_is_too_long_to_be_given_back_is_not_told() -> None:
    steps = (Ask("x", "X?"), *(Toast("y" * 200),) * 19)
    deep = tuple(Ask("x", "X?", on_cancel=(Toast("z" * 4000),)) for _ in range(60))
    told = Conversation(handler("a", 1, steps)).say("a")
    assert told.question is not None
    told = Conversation(handler("a", 1, deep)).say("a")
    assert told.question is None
    assert told.assumptions[-1] == "what is left of the action is too long to go on with it here"
    assert told.assumed[-1].code == "too_long"


def saved(*steps: Any) -> Pending:
    return Pending("", 7, SavedRun(Trigger(ANNA, HERE), (SavedFrame(steps),)))


@pytest.mark.parametrize(
    "given",
    [
        "",
        "no question",
        "é",
        urlsafe_b64encode(b"{}").decode(),
        urlsafe_b64encode(b"[" * 5000).decode(),
        tell_question(saved(Toast("x"))),
        tell_question(saved(Ask("x"), Random(()))),
        tell_question(saved(Ask("x"), Toast("{time@Nowhere/At_All}"))),
        tell_question(msgspec.structs.replace(saved(), run=SavedRun(Trigger(ANNA, HERE), ()))),
        tell_question(saved(Ask("x"), *(Toast("x"),) * 30)),
    ],
)
def test_what_is_no_question_is_refused(given: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_question(given)
    assert [(one.field, one.rule) for one in refusal.value.problems] == [("question", "question")]


def test_most_questions_are_short_enough() -> None:
    assert len(tell_question(saved(Ask("x", "y" * 4000)))) < TOLD_MAX
