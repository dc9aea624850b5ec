"""Questions of an explanation, as its readers keep them and give them back: a text that says
nothing to them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.placeholder_grammar import placeholders_in

from .actions import check_action, encode_action
from .conversation import Pending
from .steps import Action

TOLD_MAX = 200_000
"""Characters."""
FRAMES_MAX = 100

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Pending)


def tell_question(question: Pending) -> str:
    return urlsafe_b64encode(_encoder.encode(question)).decode()


def read_question(told: str) -> Pending:
    """Raises `InvalidInput`: whoever gives it back may have changed it."""
    try:
        question = _decoder.decode(urlsafe_b64decode(told.encode()))
    except (ValueError, msgspec.MsgspecError, RecursionError):
        raise _refusal() from None
    frames = question.run.frames
    are_in_order = len(frames) <= FRAMES_MAX and all(_is_in_order(one.steps) for one in frames)
    if not are_in_order or question.ask is None:
        raise _refusal()
    return question


def _is_in_order(steps: Action) -> bool:
    """That an action could end with these steps."""
    # Names that a pattern gave to parts are not known here, so all names are let through.
    names = {placeholder.name for placeholder in placeholders_in(encode_action(steps))}
    return not steps or not check_action(steps, names)


def _refusal() -> InvalidInput:
    detail = "is no question that an explanation has told"
    return InvalidInput(FieldProblem("question", "question", detail))
