import pytest
from botloom_constructor.snapshot import Snapshot, build_snapshot
from botloom_constructor.steps import Ask, Reply, Toast
from botloom_contracts.patterns import Kind, Occurrence
from hypothesis import given, settings
from hypothesis import strategies as st
from support.cache import Values, callback, handler, inline_keyboard, reply_keyboard


def view(snapshot: Snapshot) -> object:
    """All that a snapshot answers, comparable."""
    texts = ["/start", "/start promo", "hello", "HELLO ", "anything"]
    matched = [snapshot.matcher.match(text) for text in texts]
    return (
        snapshot.seq,
        [None if m is None else (m.target.id, m.target.priority) for m in matched],
        {rule_id: rule.action for rule_id, rule in snapshot.callback_rules.items()},
        {rule_id: rule.action for rule_id, rule in snapshot.handlers.items()},
        [
            [(one.id, one.priority) for one in snapshot.matcher.all_that_match(happened)]
            for happened in (*texts, Kind("photo"), Occurrence("blocked"))
        ],
        [
            [one.id for one in snapshot.callbacks.all_that_match(data)]
            for data in ("x", "y", "item:7")
        ],
        snapshot.asks,
        {number: bytes(each.markup) for number, each in snapshot.keyboards.items()},
        len(snapshot),
    )


def test_a_changed_key_is_replaced() -> None:
    before = build_snapshot(1, handler("/start", 1, message="Old") | callback("x", 2))
    after = before.with_changes(2, handler("/start", 5, message="New"))
    assert after.seq == 2
    assert list(after.handlers) == [5]
    assert list(after.callback_rules) == [2]


def test_a_deleted_key_is_gone_and_the_snapshot_before_stays_as_it_was() -> None:
    before = build_snapshot(1, handler("/start", 1) | inline_keyboard(3, "x"))
    after = before.with_changes(2, {"handler:/start": None, "keyboard:3": None})
    assert after.matcher.match("/start") is None
    assert (len(after), after.keyboards) == (0, {})
    assert before.matcher.match("/start") is not None
    assert (before.seq, len(before)) == (1, 2)


def test_deleting_what_is_not_there_changes_nothing() -> None:
    before = build_snapshot(1, handler("/start", 1))
    assert view(before.with_changes(1, {"callback:x": None})) == view(before)


def test_of_two_handlers_for_one_text_the_priority_decides() -> None:
    values = handler("hello", 1, priority=1) | handler("HELLO", 2, priority=2)
    winner = build_snapshot(1, values).matcher.match("Hello")
    assert winner is not None
    assert winner.target.id == 2


UNREADABLE = {
    "handler:/broken": b"{not json",
    "handler:/empty": b"{}",
    "handler:/utf": b'{"id":1,"message":"\xff"}',
    "handler:re:(": handler("x")["handler:x"],
    "handler:/step": b'{"id":1,"action":[{"type":"of a later version"}]}',
    "callback:broken": b"",
    "callback:list": b"[]",
    "callback:deep": b"[" * 100_000,
    "keyboard:broken": b"[[1,2]]",
    "keyboard:three": inline_keyboard(3, "x")["keyboard:3"],
}


@pytest.mark.parametrize("key", UNREADABLE)
def test_a_value_that_can_not_be_read_does_not_keep_the_others_from_answering(key: str) -> None:
    values = handler("/start", 1) | {key: UNREADABLE[key]} | callback("x", 2)
    snapshot = build_snapshot(1, values)
    assert snapshot.matcher.match("/start") is not None
    assert list(snapshot.callback_rules) == [2]
    assert len(snapshot) == 2


def test_a_value_that_became_unreadable_is_as_one_that_is_gone() -> None:
    before = build_snapshot(1, handler("/start", 1) | callback("x", 2))
    after = before.with_changes(2, {"callback:x": b"{", **handler("/help", 3)})
    assert after.callback_rules == {}
    assert after.matcher.match("/help") is not None


def test_while_a_handler_is_renamed_it_answers_to_both_patterns() -> None:
    snapshot = build_snapshot(1, handler("/old", 1) | handler("/new", 1))
    assert snapshot.matcher.match("/old") is not None
    assert snapshot.matcher.match("/new") is not None


PATTERNS = [
    "/start", "/start promo", "/start p*", "hello", "HELLO", "he*", "re:hello", ":photo",
    ":blocked", "*",
]  # fmt: skip

values = st.one_of(
    *(
        st.builds(
            handler,
            st.just(pattern),
            st.integers(1, 4),
            st.sampled_from([(Reply(),), (Toast("x"),), (Ask("Who?"),)]),
            priority=st.integers(-1, 1),
        )
        for pattern in PATTERNS
    ),
    st.builds(callback, st.sampled_from(["x", "y", "item:*", "*"]), st.integers(1, 4)),
    st.builds(inline_keyboard, st.integers(1, 2), st.sampled_from(["x", "y"])),
    st.builds(reply_keyboard, st.integers(1, 2), st.sampled_from(["x", "y"])),
    st.just({"handler:/start": b"{"}),
)


def _merged(parts: list[Values]) -> Values:
    return {key: value for part in parts for key, value in part.items()}


@settings(deadline=None, max_examples=50)
@given(
    st.lists(values).map(_merged),
    st.lists(st.lists(values, max_size=5).map(_merged), max_size=5),
    st.data(),
)
def test_changes_one_after_another_give_the_same_as_building_anew(
    before: Values, changes: list[Values], data: st.DataObject
) -> None:
    snapshot, standing = build_snapshot(1, before), before
    for changed in changes:
        deleted = data.draw(st.sets(st.sampled_from(sorted(standing)))) if standing else set()
        change: dict[str, bytes | None] = {**changed, **dict.fromkeys(deleted)}
        standing = {k: v for k, v in {**standing, **change}.items() if v is not None}
        in_any_order = dict(data.draw(st.permutations(list(change.items()))))
        held, seen = snapshot, view(snapshot)

        snapshot = snapshot.with_changes(2, in_any_order)

        assert view(held) == seen
        assert view(snapshot) == view(build_snapshot(2, standing))
        assert view(snapshot.folded()) == view(snapshot.over(snapshot.folded())) == view(snapshot)
