import pytest
from botloom_constructor.actions import (
    check_action,
    decode_action,
    encode_action,
    shown_handlers,
)
from botloom_constructor.steps import Action, Alert, Edit, Reply, Show, Toast
from botloom_contracts.errors import InvalidInput


def test_an_action_is_json_with_the_type_of_each_step() -> None:
    action: Action = (Reply(), Edit(), Toast("hi"), Show(3))
    text = (
        '[{"type":"reply"},{"type":"edit"},{"type":"toast","text":"hi"},'
        '{"type":"show","handler_id":3}]'
    )
    assert encode_action(action) == text
    assert decode_action(text) == action
    assert list(shown_handlers(action)) == [("action[3].handler_id", 3)]


@pytest.mark.parametrize(
    "text",
    ["", "{}", '[{"type":"explode"}]', '[{"type":"toast"}]', '[{"type":"reply","text":"x"}]'],
)
def test_what_is_no_action_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        decode_action(text)


@pytest.mark.parametrize(
    ("action", "field", "rule"),
    [
        ((), "action", "length"),
        ((Reply(),) * 21, "action", "length"),
        ((Toast(""),), "action[0].text", "length"),
        ((Reply(), Alert("x" * 201)), "action[1].text", "length"),
        ((Toast("a"), Alert("b")), "action[1]", "one_answer"),
    ],
)
def test_an_action_that_breaks_a_rule_names_the_step(action: Action, field: str, rule: str) -> None:
    (problem,) = check_action(action)
    assert (problem.field, problem.rule) == (field, rule)
