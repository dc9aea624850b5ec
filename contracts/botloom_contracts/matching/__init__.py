"""Which handler, and which callback, takes what a person did."""

from .callbacks import CallbackMatcher
from .explaining import Explained, Reason, candidates_for
from .matcher import Candidate, Match, Matcher
from .single import Input, match_pattern

__all__ = [
    "CallbackMatcher",
    "Candidate",
    "Explained",
    "Input",
    "Match",
    "Matcher",
    "Reason",
    "candidates_for",
    "match_pattern",
]
