from datetime import timedelta

import pytest
from botloom_admin_api.statistics.funnel_steps import Step, Taken, funnel_steps, read_steps
from botloom_contracts.errors import InvalidInput


def test_steps_are_named_by_their_kind_and_value():
    assert read_steps(["event:start", "handler:3", "button:a:b"]) == [
        Step("event", "start"),
        Step("handler", "3"),
        Step("button", "a:b"),
    ]


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ("event:x", ("step[1]", "choice")),
        ("handler:x", ("step[1]", "choice")),
        ("handler:0", ("step[1]", "choice")),
        (f"handler:{2**70}", ("step[1]", "choice")),
        ("button:", ("step[1]", "choice")),
        ("start", ("step[1]", "choice")),
        (None, ("step", "length")),
    ],
)
def test_what_is_no_step_is_named(second, problem):
    with pytest.raises(InvalidInput) as caught:
        read_steps(["event:start"] + ([] if second is None else [second]))
    assert [(one.field, one.rule) for one in caught.value.problems] == [problem]


def _taken(*people):
    return [Taken(one, timedelta(minutes=one)) for one in people]


def test_shares_are_of_the_first_and_of_the_step_before():
    steps = read_steps(["event:start", "button:a", "handler:1"])
    found = funnel_steps(steps, _taken(8, 4, 1), {Step("button", "a"): "A"})
    assert [(one.people, one.dropped, one.of_first, one.of_previous) for one in found] == [
        (8, 0, 1.0, 1.0),
        (4, 4, 0.5, 0.5),
        (1, 3, 0.125, 0.25),
    ]
    assert [one.median_seconds for one in found] == [480, 240, 60]
    assert [one.name for one in found] == [None, "A", None]
    assert {one.of_first for one in funnel_steps(steps, _taken(0, 0, 0), {})} == {None}
