import json
from datetime import UTC, datetime

import msgspec
import pytest
from botloom_admin_api.event_log import new_event
from botloom_admin_api.history.differences import (
    PLACES_MAX,
    FieldChange,
    differences,
    object_changes,
)

AT = datetime(2026, 11, 23, tzinfo=UTC)


def handler(*steps, **fields):
    action = json.dumps(steps or [{"type": "reply"}])
    stamps = {"id": 1, "version": 1, "created_at": AT, "updated_at": AT, "match_key": "/a"}
    empty = {"message": None, "media": [], "options": {}}
    return {**stamps, **empty, "pattern": "/a", "action": action, **fields}


def read(changes):
    return {change.field: (change.before, change.after) for change in changes}


def test_states_that_differ_in_version_and_times_only_do_not_differ():
    later = handler(version=7, updated_at="2026-12-01T00:00:00Z")
    assert differences(handler(), later) == []


def test_a_text_is_shown_whole():
    found = differences(handler(message="one " * 900), handler(message="two " * 900))
    assert found == [FieldChange("message", "one " * 900, "two " * 900)]


def test_what_is_made_or_deleted_shows_all_that_it_has():
    whole = {"pattern": "/a", "message": "hi", "action": [{"type": "reply"}]}
    row = handler(message="hi")
    assert read(differences(None, row)) == {name: (None, value) for name, value in whole.items()}
    assert read(differences(row, None)) == {name: (value, None) for name, value in whole.items()}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            [{"type": "toast", "text": "a"}],
            [{"type": "toast", "text": "b"}],
            {"action[0].text": ("a", "b")},
        ),
        (
            [{"type": "toast", "text": "a"}],
            [{"type": "toast", "text": "a"}, {"type": "reply"}],
            {"action[1]": (None, {"type": "reply"})},
        ),
        (
            [{"type": "wait", "seconds": 1}, {"type": "reply"}],
            [{"type": "reply"}],
            {"action[0]": ({"type": "wait", "seconds": 1}, None)},
        ),
        (
            [{"type": "reply"}],
            [{"type": "show", "handler_id": 2}],
            {"action[0]": ({"type": "reply"}, {"type": "show", "handler_id": 2})},
        ),
        (
            [{"type": "when", "then": [{"type": "toast", "text": "a"}], "else": []}],
            [{"type": "when", "then": [{"type": "toast", "text": "b"}], "else": []}],
            {"action[0].then[0].text": ("a", "b")},
        ),
    ],
    ids=["changed", "added", "removed", "replaced", "within_a_branch"],
)
def test_steps_are_shown_by_their_place(before, after, expected):
    assert read(differences(handler(*before), handler(*after))) == expected


def test_options_media_and_layouts_are_shown_by_their_place():
    before = handler(options={"silent": True, "link_preview": {"disabled": True}})
    after = handler(
        options={"link_preview": {"disabled": False}}, media=[{"type": "photo", "url": "u"}]
    )
    assert read(differences(before, after)) == {
        "options.silent": (True, None),
        "options.link_preview.disabled": (True, False),
        "media": (None, [{"type": "photo", "url": "u"}]),
    }
    keyboard = {"id": 1, "name": "menu", "layout": [[1, 2], [3]]}
    other = {**keyboard, "layout": [[1, 2, 4], [3]]}
    assert read(differences(keyboard, other)) == {"layout[0][2]": (None, 4)}


def test_a_field_that_differs_in_too_many_places_is_shown_whole():
    layouts = [[[start + place] for place in range(PLACES_MAX + 1)] for start in (1, 1000)]
    (change,) = differences({"layout": layouts[0]}, {"layout": layouts[1]})
    assert change == FieldChange("layout", *layouts)


def event(seq, entity, before, after):
    return new_event(seq, AT, "token:admin", entity, after, before)


def test_events_of_one_object_come_to_one_change():
    one, two = handler(message="1"), handler(message="2", version=2)
    three = handler(message="3", pattern="/b", version=3)
    button = {"id": 4, "label": "x"}
    changes = object_changes(
        [
            event(1, "handler", one, two),
            event(2, "button", None, button),
            event(3, "handler", two, three),
        ]
    )
    assert [(c.entity, c.id, c.name, c.change) for c in changes] == [
        ("handler", 1, "/b", "updated"),
        ("button", 4, "x", "created"),
    ]
    assert read(changes[0].fields) == {"message": ("1", "3"), "pattern": ("/a", "/b")}


def test_what_is_made_and_deleted_or_changed_and_changed_back_is_no_change():
    one, two = handler(message="1"), handler(message="2", version=2)
    back = handler(message="1", version=3)
    button = {"id": 4, "label": "x"}
    assert not object_changes([event(1, "button", None, button), event(2, "button", button, None)])
    assert not object_changes([event(1, "handler", one, two), event(2, "handler", two, back)])


def test_what_is_deleted_and_made_again_is_changed():
    one, again = handler(message="1"), handler(message="2", version=3)
    events = [event(1, "handler", one, None), event(2, "handler", None, again)]
    (change,) = object_changes(events)
    assert (change.change, read(change.fields)) == ("updated", {"message": ("1", "2")})


def test_changes_are_json():
    (change,) = object_changes([event(1, "handler", None, handler(message="hi"))])
    assert msgspec.json.decode(msgspec.json.encode(change))["name"] == "/a"
