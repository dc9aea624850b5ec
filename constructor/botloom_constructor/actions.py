"""Actions as a whole: their JSON, the rules for all of their steps, and what they name."""

from collections.abc import Collection, Iterator, Sequence

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput

from .steps import Action, Place, Step

STEPS_MAX = 20
"""In one list of steps."""
ALL_STEPS_MAX = 100
DEPTH_MAX = 4
"""Lists of steps within lists of steps."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Action)


def encode_action(action: Action) -> str:
    """The JSON that the `action` columns hold."""
    return _encoder.encode(action).decode()


def decode_action(data: bytes | str | msgspec.Raw) -> Action:
    """Raises `InvalidInput` naming the step."""
    try:
        return _decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise InvalidInput(FieldProblem("action", "type", str(error))) from None


def walk(action: Sequence[Step]) -> Iterator[Step]:
    """Every step, those of inner actions included."""
    # Not by recursion: what is checked here may lie deeper than Python's stack.
    waiting = [*reversed(action)]
    while waiting:
        step = waiting.pop()
        yield step
        for _, inner in reversed(tuple(step.branches())):
            waiting += reversed(inner)


def shown_handlers(action: Sequence[Step]) -> Iterator[tuple[str, int]]:
    """The ids of other handlers that steps name, with the place of each."""
    for place, step in _placed(action):
        for field, handler_id in step.shows():
            yield f"{place}.{field}", handler_id


def sends_content(action: Sequence[Step]) -> bool:
    """That a step sends the content of the action's own rule."""
    return any(step.sends_content for step in walk(action))


def check_action(action: Action, groups: Collection[str] = ()) -> list[FieldProblem]:
    """The rules that need nothing but the action itself; `groups` are names that the rule's
    pattern gives to what it matched."""
    problems = [*_check_steps(action, "action", groups, depth=1)]
    count = sum(1 for _ in walk(action))
    if count > ALL_STEPS_MAX:
        detail = f"has {count} steps in all; at most {ALL_STEPS_MAX} are allowed"
        problems.append(FieldProblem("action", "length", detail))
    return problems


def _check_steps(
    steps: Sequence[Step], path: str, groups: Collection[str], depth: int
) -> Iterator[FieldProblem]:
    least = 1 if depth == 1 else 0
    if not least <= len(steps) <= STEPS_MAX:
        detail = f"has {len(steps)} steps; {least} to {STEPS_MAX} are allowed"
        yield FieldProblem(path, "length", detail)
    if steps and depth > DEPTH_MAX:
        detail = f"lies {depth} deep; at most {DEPTH_MAX} lists of steps lie within one another"
        yield FieldProblem(path, "depth", detail)
        return
    answers = 0
    for index, step in enumerate(steps):
        place = Place(f"{path}[{index}]", groups)
        yield from step.check(place)
        answers += step.answers_press
        if step.answers_press and answers == 2:  # noqa: PLR2004 - the second is one too many
            detail = "a press can be answered once: one toast or alert in an action"
            yield FieldProblem(place.path, "one_answer", detail)
        if step.ends and index < len(steps) - 1:
            yield FieldProblem(f"{path}[{index + 1}]", "unreachable", "stands behind a stop")
        for field, inner in step.branches():
            yield from _check_steps(inner, place.at(field), groups, depth + 1)


def _placed(action: Sequence[Step]) -> Iterator[tuple[str, Step]]:
    waiting = [(f"action[{index}]", step) for index, step in enumerate(action)][::-1]
    while waiting:
        place, step = waiting.pop()
        yield place, step
        for field, inner in reversed(tuple(step.branches())):
            named = [(f"{place}.{field}[{index}]", one) for index, one in enumerate(inner)]
            waiting += reversed(named)
