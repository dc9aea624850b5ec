"""Actions: lists of typed steps, JSON with the tag `type`.

`[{"type": "reply"}]` is the default. Outside a button press `edit` acts as `reply`, and a toast
or an alert is sent as a message: there is no message to edit and no query to answer.
"""

from collections.abc import Sequence

import msgspec

from .errors import FieldProblem, InvalidInput
from .telegram import CALLBACK_ANSWER_MAX, check_length

STEPS_MAX = 20


class Reply(msgspec.Struct, frozen=True, tag_field="type", tag="reply", forbid_unknown_fields=True):
    """Send the content (message, photo, keyboard) as a new message."""


class Edit(msgspec.Struct, frozen=True, tag_field="type", tag="edit", forbid_unknown_fields=True):
    """Replace the content of the message whose button was pressed."""


class Toast(msgspec.Struct, frozen=True, tag_field="type", tag="toast", forbid_unknown_fields=True):
    """Answer the press with a note that vanishes by itself."""

    text: str


class Alert(msgspec.Struct, frozen=True, tag_field="type", tag="alert", forbid_unknown_fields=True):
    """Answer the press with a window that the person closes."""

    text: str


class Show(msgspec.Struct, frozen=True, tag_field="type", tag="show", forbid_unknown_fields=True):
    """Run the action of another handler, with that handler's content."""

    handler_id: int


Step = Reply | Edit | Toast | Alert | Show
Action = tuple[Step, ...]

DEFAULT_ACTION: Action = (Reply(),)

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Action)


def encode_action(action: Action) -> str:
    """The JSON that the `action` columns hold."""
    return _encoder.encode(action).decode()


def decode_action(text: str) -> Action:
    """Raises `InvalidInput` naming the step."""
    try:
        return _decoder.decode(text)
    except msgspec.MsgspecError as error:
        raise InvalidInput(FieldProblem("action", "type", str(error))) from None


def shown_handlers(action: Action) -> list[int]:
    """The ids that `show` steps refer to, in their order."""
    return [step.handler_id for step in action if isinstance(step, Show)]


def check_action(action: Sequence[Step]) -> list[FieldProblem]:
    """The rules that need nothing but the action itself."""
    problems: list[FieldProblem] = []
    if not 1 <= len(action) <= STEPS_MAX:
        detail = f"has {len(action)} steps; 1 to {STEPS_MAX} are allowed"
        problems.append(FieldProblem("action", "length", detail))
    answers = 0
    for index, step in enumerate(action):
        if isinstance(step, Toast | Alert):
            answers += 1
            field = f"action[{index}].text"
            problems += check_length(field, step.text, 1, CALLBACK_ANSWER_MAX)
            if answers == 2:  # noqa: PLR2004 - the second is the one too many
                detail = "a press can be answered once: one toast or alert in an action"
                problems.append(FieldProblem(f"action[{index}]", "one_answer", detail))
    return problems
