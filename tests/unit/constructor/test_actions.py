"""Actions as a whole: their JSON, and the rules that go beyond one step."""

import msgspec
import pytest
from botloom_constructor.actions import (
    ALL_STEPS_MAX,
    DEPTH_MAX,
    STEPS_MAX,
    check_action,
    decode_action,
    encode_action,
    sends_content,
    shown_handlers,
    walk,
)
from botloom_constructor.steps import (
    Action,
    Alert,
    AnyStep,
    Ask,
    Edit,
    Random,
    Reply,
    Request,
    Set,
    Show,
    Step,
    Stop,
    Toast,
    Wait,
    When,
)
from botloom_constructor.steps.conditions import Language
from botloom_constructor.steps.random_choice import Choice
from botloom_contracts.errors import InvalidInput

SPEAKS = (Language(among=("ru",)),)


def nested(lists: int, innermost: Action) -> Action:
    """So many lists of steps within one another."""
    action = innermost
    for _ in range(lists - 1):
        action = (When(SPEAKS, action),)
    return action


def broken(action: Action, *groups: str) -> list[tuple[str, str]]:
    return [(problem.field, problem.rule) for problem in check_action(action, groups)]


def test_an_action_is_json_with_the_type_of_each_step() -> None:
    action: Action = (Reply(), Edit(), Toast("hi"), Show(3))
    text = (
        '[{"type":"reply"},{"type":"edit"},{"type":"toast","text":"hi"},'
        '{"type":"show","handler_id":3}]'
    )
    assert encode_action(action) == text
    assert decode_action(text) == action


def test_defaults_are_not_written() -> None:
    action: Action = (
        When(SPEAKS, (Ask("city"), Random((Choice(()), Choice(())))), (Request("https://a.b"),)),
    )
    (written,) = msgspec.json.decode(encode_action(action))
    assert written == {
        "type": "when",
        "conditions": [{"type": "language", "among": ["ru"]}],
        "then": [
            {"type": "ask", "variable": "city"},
            {"type": "random", "choices": [{"steps": []}, {"steps": []}]},
        ],
        "otherwise": [{"type": "request", "url": "https://a.b"}],
    }
    assert decode_action(encode_action(action)) == action


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '[{"type":"explode"}]',
        '[{"type":"toast"}]',
        '[{"type":"reply","text":"x"}]',
        '[{"type":"when","conditions":[{"type":"language","among":["ru"]}],"then":[{}]}]',
        "[" * 100_000,
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_action_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        decode_action(text)


@pytest.mark.parametrize(
    ("action", "problem"),
    [
        ((), ("action", "length")),
        ((Reply(),) * (STEPS_MAX + 1), ("action", "length")),
        (
            (When(SPEAKS, (Reply(),) * (STEPS_MAX + 1)),),
            ("action[0].then", "length"),
        ),
        ((Toast(""),), ("action[0].text", "length")),
        ((Reply(), Alert("x" * 201)), ("action[1].text", "length")),
        ((Ask("x", on_cancel=(Reply(), Alert(""))),), ("action[0].on_cancel[1].text", "length")),
        ((Toast("a"), Wait(1), Alert("b")), ("action[2]", "one_answer")),
        (
            (Request("https://a.b", on_error=(Alert("a"), Toast("b"))),),
            ("action[0].on_error[1]", "one_answer"),
        ),
        ((Stop(), Reply()), ("action[1]", "unreachable")),
        (
            (Random((Choice((Reply(),)), Choice((Stop(), Reply(), Reply())))),),
            ("action[0].choices[1].steps[1]", "unreachable"),
        ),
    ],
)
def test_an_action_that_breaks_a_rule_names_the_place(
    action: Action, problem: tuple[str, str]
) -> None:
    assert broken(action) == [problem]


def test_a_third_answer_is_not_named_again() -> None:
    assert broken((Toast("a"),) * 4) == [("action[1]", "one_answer")]


def test_each_way_may_answer_the_press_and_stop() -> None:
    ways: Action = (When(SPEAKS, (Toast("a"), Stop()), (Alert("b"), Stop())), Reply())
    assert broken(ways) == []


@pytest.mark.parametrize("innermost", [Reply(), Ask("x", "Where?"), Request("https://a.b")])
def test_lists_lie_at_most_four_deep(innermost: AnyStep) -> None:
    assert broken(nested(DEPTH_MAX, (innermost,))) == []
    too_deep = "action" + "[0].then" * DEPTH_MAX
    assert broken(nested(DEPTH_MAX + 1, (innermost,))) == [(too_deep, "depth")]


def test_all_lists_together_have_at_most_a_hundred_steps() -> None:
    twenties: Action = tuple(When(SPEAKS, (Reply(),) * 19) for _ in range(5))
    assert sum(1 for _ in walk(twenties)) == ALL_STEPS_MAX
    assert broken(twenties) == []
    assert broken((*twenties, Reply())) == [("action", "length")]


def test_nothing_is_too_deep_to_be_walked() -> None:
    deep = nested(5000, (Reply(), Show(3)))
    assert sum(1 for _ in walk(deep)) == 5001
    assert list(shown_handlers(deep)) == [("action" + "[0].then" * 4999 + "[1].handler_id", 3)]


def test_steps_are_walked_in_the_order_in_which_they_are_written() -> None:
    action: Action = (
        Set("a"),
        When(SPEAKS, (Set("b"), When(SPEAKS, (Set("c"),), (Set("d"),))), (Set("e"),)),
        Random((Choice((Set("f"),)), Choice((Set("g"),)))),
        Ask("h", on_cancel=(Set("i"),), on_timeout=(Set("j"),)),
        Set("k"),
    )
    assert "".join(step.variable for step in walk(action) if isinstance(step, Set | Ask)) == (
        "abcdefghijk"
    )


HOLDERS = [
    ("then", lambda *inner: When(SPEAKS, inner)),
    ("otherwise", lambda *inner: When(SPEAKS, (), inner)),
    ("choices[1].steps", lambda *inner: Random((Choice(()), Choice(inner)))),
    ("on_cancel", lambda *inner: Ask("x", on_cancel=inner)),
    ("on_timeout", lambda *inner: Ask("x", on_timeout=inner)),
    ("on_error", lambda *inner: Request("https://a.b", on_error=inner)),
]


@pytest.mark.parametrize(("field", "holder"), HOLDERS)
def test_what_inner_steps_name_and_send_counts_for_the_action(field, holder) -> None:  # type: ignore[no-untyped-def] # of lambdas
    action = (Toast("x"), holder(Stop(), Show(3)))
    assert list(shown_handlers(action)) == [(f"action[1].{field}[1].handler_id", 3)]
    assert not sends_content(action)
    assert sends_content((holder(Edit()),))


@pytest.mark.parametrize(("field", "holder"), HOLDERS)
def test_groups_of_the_pattern_are_known_to_inner_steps(field, holder) -> None:  # type: ignore[no-untyped-def] # of lambdas
    action = (holder(Toast("{order}")),)
    assert broken(action, "order") == []
    assert broken(action) == [(f"action[0].{field}[0].text", "placeholder")]


def test_every_step_has_a_type_of_its_own_and_says_what_it_does() -> None:
    steps: tuple[type[Step], ...] = AnyStep.__args__
    assert len({step.__struct_config__.tag for step in steps}) == len(steps)
    assert all(step.__doc__ and step.run is not Step.run for step in steps)
