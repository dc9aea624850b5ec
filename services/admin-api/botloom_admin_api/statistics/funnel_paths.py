"""Which steps of a funnel people take, each one later than the one before.

Of all ways by which a person came to a step, the one that began last is kept: it leaves the most
time. So whoever can take the steps in the time is found, and nobody else.
"""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .funnel_steps import Taken
from .moments import Moments, StepMoments

Times = NDArray[np.int64]
"""By the number of a person, in microseconds of Unix time; `NEVER` where they did not."""

Numbers = NDArray[np.int64]
"""Of people."""
Places = NDArray[np.int64]
"""By the number of a person, where they stand among those who are looked at; else -1."""
Keys = NDArray[np.int64]
"""Interactions in the order of people, and of time in each: the person's place stands above `bits`,
the microseconds since some moment below."""

NEVER = np.iinfo(np.int64).max


async def first_times(moments: StepMoments) -> list[Times]:
    """When each person first took each step, however long they needed."""
    firsts: list[Times] = []
    for number in range(moments.count):
        first = np.empty(0, np.int64)
        async for part in moments.of(number):
            later = part
            if firsts:
                firsts[-1] = _grown(firsts[-1], part)
                later = _those(part, part.times > firsts[-1][part.numbers])
            first = _grown(first, part)
            np.minimum.at(first, later.numbers, later.times)
        firsts.append(first)
    return firsts


async def times_within(
    moments: StepMoments, firsts: Sequence[Times], within: timedelta
) -> list[Times]:
    """The same of those who take all steps from some first one in that time; of whom `firsts` has
    no second step, none is in time."""
    people = np.flatnonzero(firsts[1] != NEVER)
    parts = [[part async for part in moments.of(number)] for number in range(moments.count)]
    later = await asyncio.to_thread(_later_times, parts, people, within // timedelta.resolution)
    return [firsts[0], *later]


def _later_times(steps: Sequence[Sequence[Moments]], people: Numbers, within: int) -> list[Times]:
    """Of all but the first step, by `people`; what others did is passed over."""
    size = int(people.max(initial=-1)) + 1
    firsts = [np.full(size, NEVER) for _ in steps[1:]]
    some = [part.times for step in steps for part in step if len(part.times)]
    if not len(people) or not some:
        return firsts
    begin = min(int(times.min()) for times in some)
    bits = (max(int(times.max()) for times in some) - begin).bit_length()
    at_once = 1 << (63 - bits)
    for lowest in range(0, len(people), at_once):
        here = people[lowest : lowest + at_once]
        places = np.full(size + 1, -1)
        places[here] = np.arange(len(here))
        keys = [_keys(step, places, begin, bits) for step in steps]
        for first, taken_keys in zip(firsts, _continued(keys, bits, within), strict=True):
            np.minimum.at(first, here[taken_keys >> bits], (taken_keys & (1 << bits) - 1) + begin)
    return firsts


def _keys(step: Sequence[Moments], places: Places, begin: int, bits: int) -> Keys:
    """Of those who have a place: without one, a key is negative. Numbers past the end are taken for
    the last, which is nobody's."""
    found = [np.empty(0, np.int64)]
    for numbers, times in step:
        part = places.take(numbers, mode="clip") << bits | times - begin
        found.append(part[part >= 0])
    keys = np.concatenate(found)
    keys.sort()
    return keys


def _continued(steps: Sequence[Keys], bits: int, within: int) -> Iterator[Keys]:
    """Of each step but the first: those that a way of at most `within` leads to.

    Of a person's interactions that are the step before, the last one is that whose way began last.
    """
    before = begins = steps[0]
    for step in steps[1:]:
        last = np.searchsorted(before, step) - 1  # none at the same moment
        there = np.flatnonzero(last >= 0)
        last = last[there]
        in_time = (before[last] >> bits == step[there] >> bits) & (
            step[there] - begins[last] <= within
        )
        before, begins = step[there][in_time], begins[last][in_time]
        yield before


def taken(firsts: Sequence[Times]) -> list[Taken]:
    """How many people took each step, and how long half of them needed at the most."""
    found = [Taken(int(np.count_nonzero(firsts[0] != NEVER)), None)]
    for before, here in pairwise(firsts):
        took = np.flatnonzero(here != NEVER)
        seconds = (here[took] - before[took]) / 1e6
        median = timedelta(seconds=float(np.median(seconds))) if len(took) else None
        found.append(Taken(len(took), median))
    return found


def _those(moments: Moments, wanted: NDArray[np.bool_]) -> Moments:
    return Moments(moments.numbers[wanted], moments.times[wanted])


def _grown(times: Times, part: Moments) -> Times:
    """With room for everyone in it."""
    more = int(part.numbers.max(initial=-1)) + 1 - len(times)
    return np.concatenate([times, np.full(more, NEVER)]) if more > 0 else times
