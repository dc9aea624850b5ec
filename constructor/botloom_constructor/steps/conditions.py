"""Conditions of the step `when`, JSON with the tag `type`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from botloom_contracts.errors import FieldProblem
from botloom_contracts.patterns import normalise_text
from msgspec import Meta

from .base import Place
from .fields import ChatTarget, check_chat, check_variable
from .set_variable import number

if TYPE_CHECKING:
    from ..run import Run

Values = Annotated[tuple[str, ...], Meta(min_length=1, max_length=50)]
Operator = Literal["equals", "contains", "greater", "less", "is_set"]

VALUE_MAX = 256

_MEMBERS = frozenset({"creator", "administrator", "member", "restricted"})


class Base(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="type",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    negate: bool = False
    """That the condition is to be false."""

    def check(self, place: Place) -> Iterable[FieldProblem]:
        del place
        return ()


class Language(Base, frozen=True, kw_only=True, tag="language"):
    """The person's application is in one of these languages: `ru`, `en`, `pt-br`."""

    among: Values

    def holds(self, run: "Run") -> bool:
        language = (run.trigger.user.language_code or "").lower()
        wanted = {value.lower() for value in self.among}
        return language in wanted or language.partition("-")[0] in wanted


class ChatKind(Base, frozen=True, kw_only=True, tag="chat"):
    among: Annotated[
        tuple[Literal["private", "group", "supergroup", "channel"], ...], Meta(min_length=1)
    ]

    def holds(self, run: "Run") -> bool:
        return run.trigger.chat.type in self.among


class Compared(Base, frozen=True, kw_only=True):
    operator: Operator = "equals"
    value: str = ""
    """May have placeholders."""

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from place.text("value", self.value, VALUE_MAX, least=0)
        if self.operator == "is_set" and self.value:
            yield place.problem("value", "unused", "is not looked at by `is_set`")
        if self.operator == "contains" and not self.value:
            yield place.problem("value", "required", "everything contains the empty text")

    def compare(self, run: "Run", found: str) -> bool:
        if self.operator == "is_set":
            return bool(found)
        value = run.text(self.value)
        match self.operator:
            case "equals":
                return normalise_text(found) == normalise_text(value)
            case "contains":
                return normalise_text(value) in normalise_text(found)
            case "greater":
                return number(found) > number(value)
            case "less":
                return number(found) < number(value)


class Variable(Compared, frozen=True, kw_only=True, tag="variable"):
    """A variable of the person, set by a step `set`, `ask` or `request`."""

    name: str

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from check_variable(place, "name", self.name)
        yield from super().check(place)

    def holds(self, run: "Run") -> bool:
        return self.compare(run, run.value(f"var.{self.name}"))


class Person(Compared, frozen=True, kw_only=True, tag="person"):
    field: Literal["first_name", "last_name", "username", "user_id", "premium"]

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from super().check(place)
        if self.field == "premium" and self.value:
            yield place.problem("value", "unused", "is not looked at: `premium` is true or false")

    def holds(self, run: "Run") -> bool:
        if self.field == "premium":
            return run.trigger.user.is_premium
        return self.compare(run, run.value(self.field))


class Subscribed(Base, frozen=True, kw_only=True, tag="subscribed"):
    """The person is in a channel or group, of which the bot must be an administrator."""

    chat: ChatTarget

    def check(self, place: Place) -> Iterable[FieldProblem]:
        return check_chat(place, "chat", self.chat)

    @staticmethod
    def is_met_by(status: str | None) -> bool:
        """What can't be learned counts as not subscribed."""
        return status in _MEMBERS


Condition = Language | ChatKind | Variable | Person | Subscribed
