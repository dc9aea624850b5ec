import pytest
from botloom_runtime.batch import Batch, Entry
from hypothesis import given
from hypothesis import strategies as st

fields = st.dictionaries(st.binary(max_size=3), st.binary(max_size=3), max_size=3)
entries = st.lists(st.builds(Entry, st.binary(min_size=1, max_size=4), fields), max_size=6)


@given(entries)
def test_a_batch_is_the_sequence_of_its_entries(taken: list[Entry]) -> None:
    assert list(Batch.of(taken)) == taken


@given(entries, st.integers(0, 6))
def test_the_halves_of_a_batch_are_batches(taken: list[Entry], middle: int) -> None:
    batch = Batch.of(taken)
    assert [*batch[:middle], *batch[middle:]] == taken


def test_the_values_of_a_field_come_in_the_order_of_the_entries() -> None:
    batch = Batch([b"1", b"2"], [[b"data", b"a"], [b"other", b"x", b"data", b"b"]])
    assert batch.values(b"data") == [b"a", b"b"]


@pytest.mark.parametrize("flat", [[], [b"other", b"x"]])
def test_a_field_that_an_entry_has_not_is_missed(flat: list[bytes]) -> None:
    with pytest.raises(KeyError):
        Batch([b"1"], [flat]).values(b"data")
