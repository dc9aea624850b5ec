"""What can be wrong with an input, said so that a person finds the place and the rule."""

import msgspec


class FieldProblem(msgspec.Struct, frozen=True):
    """One broken rule: `field` is a path (`layout[0][2]`), `rule` a stable code, `detail` text."""

    field: str
    rule: str
    detail: str


class BotloomError(Exception):
    """Base of every error that the project raises on purpose."""


class InvalidInput(BotloomError):
    """An input breaks at least one rule. Never retried: the same input breaks it again."""

    def __init__(self, *problems: FieldProblem) -> None:
        super().__init__("; ".join(f"{p.field}: {p.detail}" for p in problems))
        self.problems = problems


class InvalidPattern(InvalidInput):
    def __init__(self, rule: str, detail: str) -> None:
        super().__init__(FieldProblem("pattern", rule, detail))


class UndecodableEvent(BotloomError):
    """A stream entry is no event of this or an earlier version. Goes to the dead letters."""
