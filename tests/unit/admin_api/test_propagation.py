from datetime import UTC, datetime

import pytest
from botloom_admin_api.propagation import Change, Gateway, after_ms, propagation
from botloom_admin_api.schemas.propagation import RecentPropagation


def at(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def gateway(*taken: tuple[int, int], name: str = "a") -> Gateway:
    return Gateway(name, taken[-1][0], taken)


@pytest.mark.parametrize(
    ("seq", "committed", "expected"),
    [(3, 1_000, 40), (4, 1_500, 90), (5, 1_500, 90), (6, 2_000, None)],
)
def test_the_first_that_was_taken_from_the_change_on_counts(
    seq: int, committed: int, expected: int | None
) -> None:
    took = gateway((2, 500), (3, 1_040), (5, 1_590))
    assert after_ms(took, Change(seq, at(committed))) == expected


@pytest.mark.parametrize("seq", [1, 2])
def test_what_a_gateway_started_with_took_it_no_time(seq: int) -> None:
    assert after_ms(gateway((2, 90_000), (3, 90_100)), Change(seq, at(1_000))) is None


def test_clocks_that_go_differently_make_no_time_negative() -> None:
    assert after_ms(gateway((1, 0), (2, 990)), Change(2, at(1_000))) == 0


def test_the_gateways_that_run_a_change_are_counted() -> None:
    gateways = [gateway((1, 0), (2, 1_100), name="b"), gateway((1, 0), name="a")]
    told = propagation(2, Change(2, at(1_000)), [], gateways)
    assert (told.seq, told.committed_at, told.live, told.total) == (2, at(1_000), 1, 2)
    assert [(one.id, one.live, one.seq, one.after_ms) for one in told.gateways] == [
        ("a", False, 1, None),
        ("b", True, 2, 100),
    ]


def test_without_gateways_and_without_changes_there_is_nothing_to_tell() -> None:
    told = propagation(0, None, [], [])
    assert (told.live, told.total, told.gateways) == (0, 0, [])
    assert told.recent == RecentPropagation(changes=0, p50_ms=None, p99_ms=None)


def test_recent_changes_are_summed_up_over_the_gateways_that_ran_then() -> None:
    changes = [Change(seq, at(1_000 * seq)) for seq in range(2, 102)]
    whole = gateway((1, 0), *((seq, 1_000 * seq + seq) for seq in range(2, 102)))
    started_later = gateway((101, 200_000), name="b")
    told = propagation(101, changes[-1], changes, [whole, started_later])
    assert told.recent == RecentPropagation(changes=100, p50_ms=51, p99_ms=100)
    assert [one.after_ms for one in told.gateways] == [101, None]
