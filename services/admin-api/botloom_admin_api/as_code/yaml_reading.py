"""YAML as JSON values: strings, numbers, true, false, null, lists, and objects with string keys.

Scalars mean what YAML 1.2's core schema says (https://yaml.org/spec/1.2.2/#103-core-schema), so
`no`, `on`, `08:00` and `2026-01-31` are texts. PyYAML's own schema is that of YAML 1.1; here it
only parses. Everything is bounded, aliases by what they would come to if they were written out.
"""

import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import yaml

DEPTH_MAX = 64
VALUES_MAX = 2_000_000

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"(true|True|TRUE)|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]{1,4000}")
_OTHER_INT = re.compile(r"0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

_STANDARD = "tag:yaml.org,2002:"


class MalformedYaml(ValueError):
    """The text says what, and where: lines and columns are counted from 1."""


class _Value(NamedTuple):
    value: Any
    size: int
    """Of it and of all that is in it, aliases written out."""


def read_yaml(text: str) -> Any:
    """The one document in the text. Raises `MalformedYaml`."""
    try:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        return _Reading(events).document()
    except yaml.MarkedYAMLError as error:
        where = "" if error.problem_mark is None else _where(error.problem_mark)
        raise MalformedYaml(f"{error.problem or error.context}{where}") from None
    except yaml.reader.ReaderError as error:
        detail = f"a character that YAML does not allow, at position {error.position}"
        raise MalformedYaml(detail) from None
    except yaml.YAMLError as error:
        raise MalformedYaml(str(error)) from None


def is_text(plain: str) -> bool:
    """That a scalar without quotes is a text."""
    return not any(form.fullmatch(plain) for form in (_NULL, _BOOL, _INT, _OTHER_INT, _FLOAT))


class _Reading:
    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._anchors: dict[str, _Value] = {}
        self._count = 0

    def document(self) -> Any:
        event = next(self._events)  # of the stream
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), depth=1).value
        next(self._events)  # the document's end
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _wrong("a second document begins; there must be one", event)
        return value

    def _value(self, event: yaml.Event, depth: int) -> _Value:
        if depth > DEPTH_MAX:
            raise _wrong(f"lies more than {DEPTH_MAX} deep", event)
        before = self._count
        self._count += 1
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            _require_tag(event, "seq")
            value = self._list(depth)
        else:
            _require_tag(event, "map")
            value = self._object(depth)
        self._bound(event)
        found = _Value(value, self._count - before)
        anchor = cast(yaml.NodeEvent, event).anchor
        if anchor is not None:
            self._anchors[anchor] = found
        return found

    def _alias(self, event: yaml.AliasEvent) -> _Value:
        found = self._anchors.get(event.anchor or "")
        if found is None:
            raise _wrong(f"there is no anchor &{event.anchor} before", event)
        self._count += found.size
        self._bound(event)
        return found

    def _bound(self, event: yaml.Event) -> None:
        if self._count > VALUES_MAX:
            raise _wrong(f"more than {VALUES_MAX} values, with aliases written out", event)

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1).value)
        return items

    def _object(self, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._value(event, depth + 1).value
            if not isinstance(name, str):
                # `12: …` is what a pattern or callback data may look like.
                if not isinstance(event, yaml.ScalarEvent):
                    raise _wrong("a name must be a text", event)
                name = event.value
            if name in fields:
                raise _wrong(f"{name!r} is given twice", event)
            fields[name] = self._value(next(self._events), depth + 1).value
        return fields


def _scalar(event: yaml.ScalarEvent) -> Any:
    plain, _ = event.implicit
    if event.tag not in (None, "!", f"{_STANDARD}str"):
        raise _wrong(f"the tag {event.tag} is not known", event)
    if event.tag is not None or not plain:
        return event.value
    return _plain(event)


def _plain(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if is_text(text):
        return text
    if _NULL.fullmatch(text):
        return None
    if truth := _BOOL.fullmatch(text):
        return truth[1] is not None
    if _INT.fullmatch(text):
        return int(text)
    if _OTHER_INT.fullmatch(text):
        return int(text, 0)
    number = float(text)
    if not math.isfinite(number):
        raise _wrong(f"{text} is too large", event)
    return number


def _require_tag(event: yaml.Event, name: str) -> None:
    tag = cast(yaml.CollectionStartEvent, event).tag
    if tag not in (None, "!", f"{_STANDARD}{name}"):
        raise _wrong(f"the tag {tag} is not known", event)


def _wrong(problem: str, event: yaml.Event) -> MalformedYaml:
    return MalformedYaml(f"{problem}{_where(event.start_mark)}")


def _where(mark: Any) -> str:
    return f", in line {mark.line + 1}, column {mark.column + 1}"
