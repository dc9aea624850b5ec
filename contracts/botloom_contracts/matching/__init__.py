"""Which handler, and which callback, takes what a person did."""

from .callbacks import CallbackMatcher
from .candidates import (
    CallbackCandidate,
    Candidate,
    Match,
    callback_candidate,
    candidate,
    ranked,
)
from .explaining import Explained, Reason, candidates_for
from .firsts import Firsts
from .matcher import Input, Matcher
from .single import match_pattern

__all__ = [
    "CallbackCandidate",
    "CallbackMatcher",
    "Candidate",
    "Explained",
    "Firsts",
    "Input",
    "Match",
    "Matcher",
    "Reason",
    "callback_candidate",
    "candidate",
    "candidates_for",
    "match_pattern",
    "ranked",
]
