import msgspec
import pytest
from botloom_constructor.updates import Update, decode_update
from hypothesis import given
from hypothesis import strategies as st
from support.updates import membership, message, press

texts = st.text(max_size=5)
scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | texts
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
names = st.text(max_size=30).filter(lambda name: name not in Update.__struct_fields__)
INT64 = st.integers(-(2**63), 2**63 - 1)


@given(INT64, st.dictionaries(names, json_values, max_size=3))
def test_an_update_of_any_kind_is_decoded(update_id: int, fields: dict[str, object]) -> None:
    body = msgspec.json.encode({**fields, "update_id": update_id})
    assert decode_update(body) == Update(update_id)


@pytest.mark.parametrize(
    "update", [message(1, "x"), press(1, "x"), membership(1, "member", "kicked")]
)
@given(fields=st.dictionaries(st.text(min_size=20, max_size=25), json_values, max_size=3))
def test_fields_of_a_later_bot_api_are_passed_over(
    update: dict[str, object], fields: dict[str, object]
) -> None:
    def with_more(value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {**fields, **{key: with_more(inner) for key, inner in value.items()}}

    assert decode_update(msgspec.json.encode(with_more(update))) == decode_update(
        msgspec.json.encode(update)
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'{"update_id":"1"}',
        b'{"update_id":1.5}',
        b'{"update_id":1,"message":{"message_id":1}}',
        b'{"update_id":9223372036854775808}',
        b'{"update_id":1,"message":{"message_id":1,"chat":{"id":99999999999999999999}}}',
        b'{"update_id":1,"message":{"message_id":1,"chat":{"id":1},"from":{"id":1e30}}}',
    ],
)
def test_what_is_no_update_is_refused(body: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode_update(body)
