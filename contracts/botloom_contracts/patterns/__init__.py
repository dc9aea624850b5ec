"""Patterns: what a handler answers to, as one self-describing string. `parsing` has the grammar."""

from .callbacks import CallbackPattern, parse_callback_pattern
from .kinds import (
    KINDS,
    OCCURRENCES,
    Command,
    Fallback,
    Glob,
    Kind,
    Occurrence,
    Pattern,
    Regex,
    Text,
)
from .messages import normalise_text, read_command
from .parsing import PATTERN_MAX, parse_pattern
from .specificity import Rank, Specificity, rank, specificity

__all__ = [
    "KINDS",
    "OCCURRENCES",
    "PATTERN_MAX",
    "CallbackPattern",
    "Command",
    "Fallback",
    "Glob",
    "Kind",
    "Occurrence",
    "Pattern",
    "Rank",
    "Regex",
    "Specificity",
    "Text",
    "normalise_text",
    "parse_callback_pattern",
    "parse_pattern",
    "rank",
    "read_command",
    "specificity",
]
