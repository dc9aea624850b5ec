"""Ratios, as all figures give them. Pure."""


def share(part: int, whole: int) -> float | None:
    """None where there is nothing to be a part of."""
    return round(part / whole, 4) if whole else None


def change(now: int, before: int) -> float | None:
    """0.25 for a quarter more; None where there was nothing before."""
    return round((now - before) / before, 4) if before else None
