"""Ratios of counts. Pure."""


def ratio(part: int, of: int) -> float | None:
    """None where there is nothing to be a part of."""
    return part / of if of else None


def change(before: int, now: int) -> float | None:
    """By how much it grew: 0.5 for half as much again, -1 for nothing left."""
    return ratio(now - before, before)
