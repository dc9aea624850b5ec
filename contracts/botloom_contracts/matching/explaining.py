"""All handlers that match an input, and why all but one did not get it."""

from typing import Generic, Literal, NamedTuple, TypeVar

from ..patterns import specificity
from .candidates import Candidate
from .matcher import Input, Matcher

T = TypeVar("T")

Reason = Literal["less_specific", "fewer_literals", "lower_priority", "later_id"]


class Explained(NamedTuple, Generic[T]):
    candidate: Candidate[T]
    lost: Reason | None
    """Why it lost against the first; None for the first."""


def candidates_for(matcher: Matcher[T], happened: Input) -> list[Explained[T]]:
    """In the order in which they would take it.

    The addressee of a command (`/start@bot`) is not looked at.
    """
    found = matcher.all_that_match(happened)
    return [
        Explained(one, _reason(one, found[0]) if index else None) for index, one in enumerate(found)
    ]


def _reason(loser: Candidate[T], winner: Candidate[T]) -> Reason:
    (loser_class, loser_literals) = specificity(loser.pattern)
    (winner_class, winner_literals) = specificity(winner.pattern)
    if loser_class != winner_class:
        return "less_specific"
    if loser_literals != winner_literals:
        return "fewer_literals"
    return "lower_priority" if loser.priority != winner.priority else "later_id"
