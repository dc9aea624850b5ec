"""What a document asks for: its objects with references resolved, before they have ids.

Until then objects are known by numbers, from 1 in the order of the document. Where the document
need not be the whole configuration, the present objects that it does not name have the numbers
behind these.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar, cast

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput, InvalidPattern
from botloom_contracts.patterns import parse_callback_pattern, parse_pattern

from ..body import shape_problem
from ..resources import RESOURCES
from ..schemas.buttons import ButtonFields
from ..schemas.callbacks import CallbackFields
from ..schemas.handlers import HandlerFields
from ..schemas.keyboards import KeyboardFields
from ..writing import PROBLEMS_MAX
from .document import VERSION
from .items import Item
from .shown_steps import rewrite_shown

SECTIONS = ("keyboards", "handlers", "callbacks", "buttons")

FieldsT = TypeVar("FieldsT")


class DesiredKeyboard(NamedTuple):
    fields: KeyboardFields
    """With a layout that only has the right shape."""
    layout: list[list[ButtonFields]]


class Desired(NamedTuple):
    """Names stand in the order of the document; so do numbers."""

    keyboards: dict[str, DesiredKeyboard]
    handlers: dict[str, HandlerFields]
    callbacks: dict[str, CallbackFields]
    buttons: list[ButtonFields]
    canonical: dict[str, dict[str, str]]
    """The canonical patterns, by section and name."""
    outside_handlers: list[int]
    """The present ids of the numbers behind those of the document."""
    outside_keyboards: list[int]


def read_desired(
    document: Any, handlers: Mapping[str, int], keyboards: Mapping[str, int]
) -> Desired:
    """`handlers` and `keyboards` are present ids by name, for references to what the document does
    not have. Raises `InvalidInput`, with the place of each problem: `handlers./start.keyboard`.
    """
    return _Reading(handlers, keyboards).read(document)


class _Numbers:
    """Of the objects of one section."""

    def __init__(self, names: Iterable[str], outside: Mapping[str, int]) -> None:
        self._numbers = {name: number for number, name in enumerate(names, 1)}
        self._outside = outside
        self.outside_ids: list[int] = []

    def of(self, name: str) -> int | None:
        number = self._numbers.get(name)
        if number is None and name in self._outside:
            self.outside_ids.append(self._outside[name])
            number = self._numbers[name] = len(self._numbers) + 1
        return number


class _Reading:
    def __init__(self, handlers: Mapping[str, int], keyboards: Mapping[str, int]) -> None:
        self._outside = handlers, keyboards
        self._problems: list[FieldProblem] = []

    def read(self, document: Any) -> Desired:
        sections = self._sections(document)
        outside_handlers, outside_keyboards = self._outside
        self._handlers = _Numbers(sections["handlers"], outside_handlers)
        self._keyboards = _Numbers(sections["keyboards"], outside_keyboards)
        keyboards = self._each(sections["keyboards"], "keyboards", self._keyboard)
        handlers = self._each(sections["handlers"], "handlers", self._handler)
        callbacks = self._each(sections["callbacks"], "callbacks", self._callback)
        buttons = [
            self._convert(item, f"buttons[{index}]", ButtonFields)
            for index, item in enumerate(sections["buttons"])
        ]
        canonical = {
            "handlers": self._canonical("handlers", handlers, _pattern_of, parse_pattern),
            "callbacks": self._canonical("callbacks", callbacks, _data_of, parse_callback_pattern),
        }
        if self._problems:
            raise InvalidInput(*self._problems[:PROBLEMS_MAX])
        return Desired(
            keyboards,
            handlers,
            callbacks,
            cast(list[ButtonFields], buttons),
            canonical,
            self._handlers.outside_ids,
            self._keyboards.outside_ids,
        )

    def _sections(self, document: Any) -> dict[str, Any]:
        if not isinstance(document, dict):
            raise InvalidInput(FieldProblem("", "type", "a document is an object with a version"))
        version = document.get("version")
        if version != VERSION or isinstance(version, bool):
            rule = "version" if "version" in document else "required"
            raise InvalidInput(FieldProblem("version", rule, f"must be {VERSION}"))
        for name in document.keys() - {"version", *SECTIONS}:
            self._problem(name, "unknown_field", "is not known here")
        sections = {}
        for name in SECTIONS:
            empty: Any = [] if name == "buttons" else {}
            given = document.get(name)
            if given is not None and not isinstance(given, type(empty)):
                what = "a list" if name == "buttons" else "an object"
                self._problem(name, "type", f"must be {what}")
                given = None
            sections[name] = given or empty
        return sections

    def _each(
        self,
        items: Mapping[str, Any],
        section: str,
        read: Callable[[str, Item, str], FieldsT | None],
    ) -> dict[str, FieldsT]:
        found = {}
        for name, item in items.items():
            place = f"{section}.{name}"
            if item is not None and not isinstance(item, dict):
                self._problem(place, "type", f"Expected `object`, got `{_type_name(item)}`")
                continue
            fields = read(name, dict(item or {}), place)
            if fields is not None:
                found[name] = fields
        return found

    def _keyboard(self, name: str, item: Item, place: str) -> DesiredKeyboard | None:
        given = item.get("layout")
        item["name"] = self._own(item, "name", name, place)
        layout: list[list[Any]] = []
        if isinstance(given, list) and all(isinstance(row, list) for row in given):
            layout = [
                [
                    self._convert(button, f"{place}.layout[{row_index}][{index}]", ButtonFields)
                    for index, button in enumerate(row)
                ]
                for row_index, row in enumerate(given)
            ]
            item["layout"] = [[1] * len(row) for row in layout]
        fields = self._convert(item, place, KeyboardFields)
        return None if fields is None else DesiredKeyboard(fields, layout)

    def _handler(self, name: str, item: Item, place: str) -> HandlerFields | None:
        item.setdefault("pattern", name)
        self._refer(item, "keyboard", "keyboard_id", self._keyboards, place)
        self._refer_in_steps(item, place)
        return self._convert(item, place, HandlerFields)

    def _callback(self, name: str, item: Item, place: str) -> CallbackFields | None:
        item.setdefault("callback_data", name)
        self._refer(item, "handler", "handler_id", self._handlers, place)
        self._refer_in_steps(item, place)
        fields = self._convert(item, place, CallbackFields)
        if fields is not None:
            fields = RESOURCES["callback"].complete(fields)
            if fields.action is msgspec.UNSET:
                self._problem(f"{place}.action", "required", "is needed where there is no handler")
        return fields

    def _own(self, item: Item, field: str, name: str, place: str) -> str:
        """A field that only the name of the object says."""
        if field in item:
            self._problem(f"{place}.{field}", "unknown_field", "is not known here")
        return name

    def _refer(self, item: Item, field: str, column: str, numbers: _Numbers, place: str) -> None:
        """Put the number of what `field` names into `column`."""
        if column in item:
            detail = f"is not known here; name the {field} in `{field}`"
            self._problem(f"{place}.{column}", "unknown_field", detail)
            del item[column]
        name = item.pop(field, None)
        if name is None:
            return
        if not isinstance(name, str):
            detail = f"Expected `str`, got `{_type_name(name)}`"
            self._problem(f"{place}.{field}", "type", detail)
        elif (number := numbers.of(name)) is None:
            self._problem(f"{place}.{field}", "exists", f"there is no {field} {name!r}")
        else:
            item[column] = number

    def _refer_in_steps(self, item: Item, place: str) -> None:
        def number(path: str, step: Item) -> Item:
            at = f"{place}.{path}"
            step = dict(step)
            if "handler" not in step and "handler_id" not in step:
                self._problem(f"{at}.handler", "required", "is missing")
            self._refer(step, "handler", "handler_id", self._handlers, at)
            # Whatever is wrong with the reference has been said.
            step.setdefault("handler_id", 1)
            return step

        if "action" in item:
            item["action"] = rewrite_shown(item["action"], number)

    def _convert(self, item: Any, place: str, shape: type[FieldsT]) -> FieldsT | None:
        try:
            return msgspec.convert(item, shape)
        except msgspec.ValidationError as error:
            problem = shape_problem(str(error))
            self._problem(f"{place}.{problem.field}".rstrip("."), problem.rule, problem.detail)
        except RecursionError:
            self._problem(place, "depth", "lies too deep")
        return None

    def _canonical(
        self,
        section: str,
        objects: Mapping[str, Any],
        source_of: Callable[[Any], tuple[str, str]],
        parse: Callable[[str], object],
    ) -> dict[str, str]:
        """One at most of those with the same pattern can be enabled."""
        canonical: dict[str, str] = {}
        enabled: defaultdict[str, list[str]] = defaultdict(list)
        for name, fields in objects.items():
            field, source = source_of(fields)
            try:
                canonical[name] = str(parse(source))
            except InvalidPattern as error:
                for problem in error.problems:
                    self._problem(f"{section}.{name}.{field}", problem.rule, problem.detail)
                continue
            if fields.enabled:
                enabled[canonical[name]].append(name)
        for first, *others in enabled.values():
            for name in others:
                detail = f"{first!r} has the same one, and is enabled too"
                field, _ = source_of(objects[name])
                self._problem(f"{section}.{name}.{field}", "unique", detail)
        return canonical

    def _problem(self, place: str, rule: str, detail: str) -> None:
        self._problems.append(FieldProblem(place, rule, detail))


def _pattern_of(fields: HandlerFields) -> tuple[str, str]:
    return "pattern", fields.pattern


def _data_of(fields: CallbackFields) -> tuple[str, str]:
    return "callback_data", fields.callback_data


def _type_name(value: Any) -> str:
    names = {bool: "bool", int: "int", float: "float", str: "str", list: "array", dict: "object"}
    return names.get(type(value), "null")
