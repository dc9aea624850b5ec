import pytest
from botloom_admin_api.as_code.desired import read_desired
from botloom_contracts.errors import InvalidInput

SHOW_B = {"type": "show", "handler": "/b"}


def problems(**sections):
    with pytest.raises(InvalidInput) as caught:
        read_desired({"version": 1, **sections}, {}, {})
    return [(problem.field, problem.rule) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (None, ("", "type")),
        ([], ("", "type")),
        ({}, ("version", "required")),
        ({"version": 2}, ("version", "version")),
        ({"version": "1"}, ("version", "version")),
        ({"version": True}, ("version", "version")),
        ({"version": 1, "menus": {}}, ("menus", "unknown_field")),
        ({"version": 1, "handlers": []}, ("handlers", "type")),
        ({"version": 1, "buttons": {}}, ("buttons", "type")),
    ],
)
def test_the_document_as_a_whole(document, problem):
    with pytest.raises(InvalidInput) as caught:
        read_desired(document, {}, {})
    (found,) = caught.value.problems
    assert (found.field, found.rule) == problem


@pytest.mark.parametrize(
    ("handler", "problem"),
    [
        ("Hello", ("handlers./a", "type")),
        ({"text": "x"}, ("handlers./a.text", "unknown_field")),
        ({"message": 12}, ("handlers./a.message", "type")),
        ({"keyboard": "menu"}, ("handlers./a.keyboard", "exists")),
        ({"keyboard": 1}, ("handlers./a.keyboard", "type")),
        ({"keyboard_id": 1}, ("handlers./a.keyboard_id", "unknown_field")),
        ({"pattern": "/a b c"}, ("handlers./a.pattern", "payload")),
        ({"priority": 2000}, ("handlers./a.priority", "range")),
        ({"options": {"loud": True}}, ("handlers./a.options.loud", "unknown_field")),
        ({"action": {}}, ("handlers./a.action", "type")),
        ({"action": [{"type": "jump"}]}, ("handlers./a.action[0].type", "choice")),
        ({"action": [{"type": "show"}]}, ("handlers./a.action[0].handler", "required")),
        (
            {"action": [{"type": "show", "handler_id": 1}]},
            ("handlers./a.action[0].handler_id", "unknown_field"),
        ),
        (
            {"action": [{"type": "random", "choices": [{"steps": [SHOW_B]}]}]},
            ("handlers./a.action[0].choices[0].steps[0].handler", "exists"),
        ),
    ],
)  # fmt: skip
def test_a_handler(handler, problem):
    assert problems(handlers={"/a": handler}) == [problem]


@pytest.mark.parametrize(
    ("keyboard", "problem"),
    [
        ({"name": "x"}, ("keyboards.menu.name", "unknown_field")),
        ({"layout": "x"}, ("keyboards.menu.layout", "type")),
        ({"layout": [1]}, ("keyboards.menu.layout[0]", "type")),
        ({"layout": [[1]]}, ("keyboards.menu.layout[0][0]", "type")),
        ({"layout": [[{"label": 5}]]}, ("keyboards.menu.layout[0][0].label", "type")),
        ({"layout": [[{"id": 5}]]}, ("keyboards.menu.layout[0][0].id", "unknown_field")),
        ({"layout": [[{}]]}, ("keyboards.menu.layout[0][0].label", "required")),
    ],
)
def test_a_keyboard(keyboard, problem):
    assert problem in problems(keyboards={"menu": keyboard})


def test_a_callback_needs_a_handler_or_an_action():
    assert problems(callbacks={"a": {}}) == [("callbacks.a.action", "required")]


def test_all_problems_are_told_at_once():
    found = problems(
        handlers={"/a": {"x": 1}, "/b": {"keyboard": "no"}}, callbacks={"a": {"handler": "/c"}}
    )
    assert [field for field, _ in found][:3] == [
        "handlers./a.x",
        "handlers./b.keyboard",
        "callbacks.a.handler",
    ]


def test_one_pattern_can_be_enabled_once():
    twins = {"/start": {"message": "a"}, "/START": {"message": "b"}}
    assert problems(handlers=twins) == [("handlers./START.pattern", "unique")]
    twins["/START"]["enabled"] = False
    assert len(read_desired({"version": 1, "handlers": twins}, {}, {}).handlers) == 2


def test_a_name_can_be_another_than_the_pattern():
    handlers = {"old start": {"pattern": "/start", "enabled": False}}
    desired = read_desired({"version": 1, "handlers": handlers}, {}, {})
    assert desired.handlers["old start"].pattern == "/start"


def test_what_only_looks_like_a_step_stays_as_it_is():
    body = [{"type": "show", "handler": "/nowhere"}]
    step = {"type": "request", "url": "https://example.org", "method": "POST", "body": body}
    desired = read_desired({"version": 1, "handlers": {"/a": {"action": [step]}}}, {}, {})
    (read,) = desired.handlers["/a"].action
    assert read.body == body
