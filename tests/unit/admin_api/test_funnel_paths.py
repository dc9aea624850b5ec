"""Whoever can take the steps of a funnel in the time is found, and nobody else."""

import random
from datetime import timedelta

import numpy as np
import pytest
from botloom_admin_api.statistics.funnel_paths import NEVER, first_times, taken, times_within
from botloom_admin_api.statistics.moments import Moments

DAY = 24 * 3600 * 10**6
BEGIN = 1_700_000_000 * 10**6


class Given:
    """Interactions of each step, in several parts, as pairs of a person and a moment."""

    def __init__(self, steps, parts=3):
        self.count = len(steps)
        self._steps = [[step[n::parts] for n in range(parts)] for step in steps]

    async def of(self, number):
        for part in self._steps[number]:
            columns = zip(*part, strict=True) if part else ((), ())
            yield Moments(*(np.array(column, np.int64) for column in columns))


def plain(steps, within):
    """By the definition: from each first step, as far as the time goes."""
    people = {person for person, _ in steps[0]}
    firsts = [{} for _ in steps]
    for person in people:
        times = [sorted(at for one, at in step if one == person) for step in steps]
        for begin in times[0]:
            latest = begin - 1
            for first, step in zip(firsts, times, strict=True):
                later = [at for at in step if latest < at <= begin + within]
                if not later or (first is firsts[0] and begin not in later):
                    break
                latest = begin if first is firsts[0] else later[0]
                first[person] = min(first.get(person, latest), latest)
    return firsts


def as_dicts(firsts):
    return [{person: int(at) for person, at in enumerate(first) if at != NEVER} for first in firsts]


@pytest.mark.parametrize("seed", range(20))
# Of the longest time, the keys of all people do not fit into 63 bits.
@pytest.mark.parametrize("longest", [10, DAY, 1 << 58])
async def test_the_first_times_are_those_of_the_definition(seed, longest):
    rng = random.Random(seed)
    steps = [
        [(rng.randrange(100), BEGIN + rng.randrange(longest)) for _ in range(rng.choice([0, 300]))]
        for _ in range(rng.randrange(2, 5))
    ]
    steps.append(steps[0])  # one interaction is never two steps
    given = Given(steps)
    firsts = await first_times(given)
    assert as_dicts(firsts) == plain(steps, within=1 << 60)
    for within in (longest // 10, longest // 2):
        bound = await times_within(given, firsts, timedelta(microseconds=within))
        assert as_dicts(bound) == plain(steps, within)


async def test_half_of_the_people_needed_no_longer_than_the_median():
    steps = [[(n, BEGIN) for n in range(5)], [(n, BEGIN + n * 10**6) for n in range(4)]]
    first, second = taken(await first_times(Given(steps)))
    assert first == (5, None)
    assert second == (3, timedelta(seconds=2))  # person 0 took both at one moment
