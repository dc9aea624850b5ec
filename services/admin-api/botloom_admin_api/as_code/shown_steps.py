"""The steps `show` of an action as JSON, wherever they are nested, to write their references anew.

The action may have names where ids belong, so it can't be decoded; which fields hold inner steps
is read off the types of the steps. A request's body is no action, whatever it looks like.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from botloom_constructor.steps import Action, AnyStep, Show

Rewrite = Callable[[str, dict[str, Any]], dict[str, Any]]
"""Gets the path and the fields of a step `show`; returns what is to stand there."""

Inside = Mapping[str, "Inside | None"]
"""Fields that hold inner steps; or, for lists of objects, the fields of those that do."""


def rewrite_shown(action: Any, rewrite: Rewrite, path: str = "action") -> Any:
    """A copy of the action with every `show` rewritten. What has not the form of an action stays
    as it is: whoever decodes it finds that out."""
    if not isinstance(action, list):
        return action
    return [_step(step, rewrite, f"{path}[{index}]") for index, step in enumerate(action)]


def _step(step: Any, rewrite: Rewrite, path: str) -> Any:
    if not isinstance(step, dict):
        return step
    tag = step.get("type")
    if tag == _SHOW:
        return rewrite(path, step)
    inside = _INSIDE.get(tag, {}) if isinstance(tag, str) else {}
    return _inner(step, inside, rewrite, path)


def _inner(value: dict[str, Any], inside: Inside, rewrite: Rewrite, path: str) -> dict[str, Any]:
    if not inside.keys() & value.keys():
        return value
    copy = dict(value)
    for field in inside.keys() & value.keys():
        place, deeper = f"{path}.{field}", inside[field]
        if deeper is None:
            copy[field] = rewrite_shown(value[field], rewrite, place)
        elif isinstance(value[field], list):
            copy[field] = [
                _inner(one, deeper, rewrite, f"{place}[{index}]") if isinstance(one, dict) else one
                for index, one in enumerate(value[field])
            ]
    return copy


def _fields_inside(struct: type[msgspec.Struct]) -> Inside:
    found: dict[str, Inside | None] = {}
    for name, annotation in get_type_hints(struct).items():
        if annotation == Action:
            found[name] = None
        elif get_origin(annotation) is tuple:
            for part in _structs(get_args(annotation)):
                if deeper := _fields_inside(part):
                    found[name] = deeper
    return found


def _structs(types: Iterable[Any]) -> list[type[msgspec.Struct]]:
    return [one for one in types if isinstance(one, type) and issubclass(one, msgspec.Struct)]


def _tag(struct: type[msgspec.Struct]) -> str:
    return str(struct.__struct_config__.tag)


_SHOW = _tag(Show)
_INSIDE = {_tag(step): _fields_inside(step) for step in get_args(AnyStep)}
