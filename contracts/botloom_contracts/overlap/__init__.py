"""How patterns stand to each other: for telling an admin, not for updates."""

from .common import intersect_globs
from .covering import NeverWins, never_wins
from .overlaps import Overlap, Overlaps, overlaps
from .witness import witness

__all__ = [
    "NeverWins",
    "Overlap",
    "Overlaps",
    "intersect_globs",
    "never_wins",
    "overlaps",
    "witness",
]
