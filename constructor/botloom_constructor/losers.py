"""Who else matched what happened, and why they lost. Pure."""

from botloom_contracts.matching import Input, Reason, candidates_for
from botloom_contracts.patterns import Kind, Occurrence

from .explanation import REASONS, Loser
from .resolve import Resolved
from .snapshot import Snapshot
from .updates import Update, kind_of


def losers_of(update: Update, resolved: Resolved, snapshot: Snapshot) -> list[Loser]:
    if update.callback_query is not None:
        return _losing_callbacks(resolved, snapshot)
    explained = candidates_for(snapshot.matcher, _input(update, resolved))
    return [
        Loser(
            entity="handler",
            id=candidate.id,
            pattern=str(candidate.pattern),
            priority=candidate.priority,
            reason=lost,
            detail=REASONS[lost],
        )
        for candidate, lost in explained
        if lost is not None
    ]


def _input(update: Update, resolved: Resolved) -> Input:
    message = update.message
    if message is not None and message.text is not None:
        return message.text
    kind = None if message is None else kind_of(message)
    return Occurrence(resolved.interaction.event) if kind is None else Kind(kind)


def _losing_callbacks(resolved: Resolved, snapshot: Snapshot) -> list[Loser]:
    if resolved.page is not None:
        return []
    ranked = snapshot.callbacks.all_that_match(resolved.interaction.callback_data or "")
    losers: list[Loser] = []
    for one in ranked[1:]:
        (won_by_glob, won_literals, *_), (is_glob, literals, *_) = ranked[0].rank, one.rank
        if is_glob != won_by_glob:
            reason: Reason = "less_specific"
        else:
            reason = "fewer_literals" if literals != won_literals else "later_id"
        losers.append(
            Loser(
                entity="callback",
                id=one.id,
                pattern=str(one.pattern),
                reason=reason,
                detail=REASONS[reason],
            )
        )
    return losers
