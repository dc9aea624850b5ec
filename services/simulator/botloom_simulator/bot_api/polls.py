"""sendPoll."""

import secrets
from typing import Any

from ..bots import Bot
from ..errors import BadRequest
from ..objects import MessageEntity, Poll, PollOption
from ..world import World
from .outgoing import outgoing
from .parameters import Parameters
from .texts import Formatted, formatted

QUESTION_MAX = 300
OPTION_MAX = 100
OPTIONS_MAX = 12
EXPLANATION_MAX = 200
_MAX_OPEN_S = 2_628_000
_LONG = 32_768


def send_poll(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendpoll"""
    question = formatted(bot, parameters, "question", QUESTION_MAX, _too_long("question"))
    options = _options(bot, parameters)
    kind = parameters.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise BadRequest("unsupported poll type specified")
    explanation = Formatted("", ())
    correct: list[int] = []
    if kind == "quiz":
        explanation = formatted(
            bot, parameters, "explanation", _LONG, "message caption is too long"
        )
        correct = _correct(parameters)
    out = outgoing(world, bot, parameters)
    _check(question, options, explanation)
    if kind == "quiz" and (not correct or not all(0 <= n < len(options) for n in correct)):
        raise BadRequest("wrong correct option ID specified")
    return out.send(
        poll=Poll(
            id=str(secrets.randbits(62)),
            question=question.text,
            question_entities=_custom_emoji(question),
            options=tuple(
                PollOption(
                    persistent_id=str(number),
                    text=option.text,
                    text_entities=_custom_emoji(option),
                    voter_count=0,
                )
                for number, option in enumerate(options)
            ),
            total_voter_count=0,
            is_closed=parameters.boolean("is_closed"),
            is_anonymous=not parameters.has("is_anonymous") or parameters.boolean("is_anonymous"),
            type=kind,
            allows_multiple_answers=parameters.boolean("allows_multiple_answers"),
            allows_revoting=parameters.boolean("allows_revoting")
            if parameters.has("allows_revoting")
            else kind == "regular",
            members_only=parameters.boolean("members_only"),
            correct_option_id=correct[0] if len(correct) == 1 else None,
            correct_option_ids=tuple(correct),
            explanation=explanation.text or None,
            explanation_entities=explanation.entities,
            open_period=parameters.integer("open_period", 0, 0, _MAX_OPEN_S) or None,
            close_date=parameters.integer("close_date", 0, 0, 2**31 - 1) or None,
        )
    )


def _check(question: Formatted, options: list[Formatted], explanation: Formatted) -> None:
    """`get_poll_options` and its callers in
    https://github.com/tdlib/td/blob/master/td/telegram/PollOption.cpp
    """
    if not question.text:
        raise BadRequest("text must be non-empty")
    if not options:
        raise BadRequest("poll must have at least one answer option")
    if len(options) > OPTIONS_MAX:
        raise BadRequest(f"poll can't have more than {OPTIONS_MAX} options")
    if not all(option.text for option in options):
        raise BadRequest("text must be non-empty")
    if len(explanation.text) > EXPLANATION_MAX:
        raise BadRequest("message caption is too long")


def _options(bot: Bot, parameters: Parameters) -> list[Formatted]:
    given = parameters.json("options", "can't parse options JSON object")
    if given is None:
        raise BadRequest("can't parse options JSON object")
    if not isinstance(given, list):
        raise BadRequest("expected an Array of String as options")
    return [_option(bot, item) for item in given]


def _option(bot: Bot, item: Any) -> Formatted:
    if isinstance(item, str):
        item = {"text": item}
    if not isinstance(item, dict):
        raise BadRequest("expected an option to be of type String")
    if "text" not in item:
        raise BadRequest('can\'t find field "text"')
    option = Parameters({name.removeprefix("text_"): value for name, value in item.items()})
    return formatted(bot, option, "text", OPTION_MAX, _too_long("options"), prefix="")


def _correct(parameters: Parameters) -> list[int]:
    if not parameters.has("correct_option_ids"):
        if not parameters.has("correct_option_id"):
            return []
        return [parameters.integer("correct_option_id", -1, -1, 2**31 - 1)]
    given = parameters.json(
        "correct_option_ids", "can't parse correct option identifiers JSON object"
    )
    if not isinstance(given, list):
        raise BadRequest("expected an Array of correct option identifiers")
    if not all(type(number) is int for number in given):
        raise BadRequest("correct option identifier must be of type Number")
    return sorted(set(given))


def _custom_emoji(text: Formatted) -> tuple[MessageEntity, ...]:
    """All that Telegram keeps of the entities of questions and options."""
    return tuple(entity for entity in text.entities if entity.type == "custom_emoji")


def _too_long(what: str) -> str:
    return (
        f"poll {what} length must not exceed {QUESTION_MAX if what == 'question' else OPTION_MAX}"
    )
