"""Questions, and what a person's next message does to them."""

import msgspec
import pytest
from botloom_constructor.conversation import (
    Pending,
    Taken,
    is_answer,
    pending,
    take_answer,
    time_out,
)
from botloom_constructor.effects import Question
from botloom_constructor.run import Run, proceed
from botloom_constructor.steps import Ask, Toast
from botloom_constructor.trigger import Trigger
from botloom_constructor.updates import Message, decode_update
from support.cache import handler
from support.running import AT, IDENTITY, made, started
from support.updates import PERSON_ID, Json, message

AFTER = (Toast("Thanks, {var.it}"),)


def asked(ask: Ask) -> tuple[Run, Pending]:
    """As it comes back from Redis."""
    run, effect = started(message(1, "/start"), handler("/start", 1, (ask, *AFTER)))
    assert isinstance(effect, Question)
    made(run)
    found = pending(run, "q1")
    return run, msgspec.json.decode(msgspec.json.encode(found), type=Pending)


def said(update: Json) -> Message:
    found = decode_update(msgspec.json.encode(update)).message
    assert found is not None
    return found


def answered(ask: Ask, update: Json, failed: int = 0) -> tuple[Taken, dict[str, object], list[str]]:
    run, found = asked(ask)
    found = msgspec.structs.replace(found, failed=failed)
    reply = said(update)
    assert is_answer(found, reply)
    assert reply.sender is not None
    trigger = Trigger(reply.sender, reply.chat, reply)
    taken, going_on = take_answer(found, trigger, run.snapshot, IDENTITY, AT, {})
    if taken != "refused":
        assert proceed(going_on) is None
    return taken, going_on.changed, [call.params["text"] for call in made(going_on)]


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("text", " Omsk ", "Omsk"),
        ("number", "1 500,50", "1500.50"),
        ("number", "-3", "-3"),
        ("phone", "8 (999) 123-45-67", "+79991234567"),
        ("phone", "+44 20 7946 0958", "+442079460958"),
        ("email", "anna@example.org", "anna@example.org"),
        ("date", "24.11.2026", "2026-11-24"),
        ("date", "2026-11-24", "2026-11-24"),
    ],
)
def test_an_answer_that_fits_is_kept_and_the_run_goes_on(kind: str, text: str, kept: str) -> None:
    taken, changed, texts = answered(Ask("it", "?", kind), message(2, text))  # type: ignore[arg-type] # a kind
    assert (taken, changed, texts) == ("answered", {"it": kept}, [f"Thanks, {kept}"])


def test_a_choice_is_kept_as_the_admin_wrote_it() -> None:
    ask = Ask("it", "?", "choice", ("Large", "Small"))
    assert answered(ask, message(2, " LARGE"))[1] == {"it": "Large"}


def test_a_shared_contact_is_a_phone_number() -> None:
    contact = {"phone_number": "79991234567", "first_name": "Anna", "user_id": PERSON_ID}
    taken, changed, _ = answered(Ask("it", "?", "phone"), message(2, contact=contact))
    assert (taken, changed) == ("answered", {"it": "+79991234567"})


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "many"),
        ("number", "NaN"),
        ("phone", "123"),
        ("phone", "call me"),
        ("email", "anna@"),
        ("email", "a b@example.org"),
        ("date", "31.02.2026"),
        ("date", "tomorrow"),
        ("choice", "XL"),
        ("text", "x" * 2000),
    ],
)
def test_an_answer_that_does_not_fit_is_asked_for_again(kind: str, text: str) -> None:
    choices = ("S", "M") if kind == "choice" else ()
    ask = Ask("it", "?", kind, choices, retry="Again, {first_name}")  # type: ignore[arg-type] # a kind
    assert answered(ask, message(2, text)) == ("refused", {}, ["Again, Anna"])


def test_a_photo_is_no_text() -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    assert answered(Ask("it", "?"), message(2, photo=photo))[0] == "refused"


def test_the_word_for_cancel_ends_the_question_and_what_comes_behind_it() -> None:
    ask = Ask("it", "?", cancel="Stop it", on_cancel=(Toast("As you like"),))
    assert answered(ask, message(2, "stop IT")) == ("cancelled", {}, ["As you like"])


def test_a_question_that_is_cancelled_says_so_in_the_persons_language() -> None:
    assert answered(Ask("it", "?", cancel="x"), message(2, "x"))[2] == ["Отменено."]


def test_too_many_answers_that_do_not_fit_end_the_question() -> None:
    ask = Ask("it", "?", "number", attempts=3)
    assert answered(ask, message(2, "many"), failed=1)[0] == "refused"
    assert answered(ask, message(2, "many"), failed=2)[0] == "cancelled"


def test_a_command_and_a_message_in_another_chat_are_no_answers() -> None:
    _, found = asked(Ask("it", "?"))
    group = {"id": -100, "type": "group", "title": "Shop"}
    assert not is_answer(found, said(message(2, "/start")))
    assert not is_answer(found, said(message(2, "Omsk", chat=group)))
    assert is_answer(found, said(message(2, "Omsk")))


def test_a_question_whose_time_is_over_runs_what_is_meant_for_that() -> None:
    run, found = asked(Ask("it", "?", on_timeout=(Toast("Too late"),)))
    late = time_out(found, run.snapshot, IDENTITY, AT)
    assert late is not None
    assert proceed(late) is None
    assert [call.params["text"] for call in made(late)] == ["Too late"]


def test_a_question_without_such_steps_just_ends() -> None:
    run, found = asked(Ask("it", "?"))
    assert time_out(found, run.snapshot, IDENTITY, AT) is None
