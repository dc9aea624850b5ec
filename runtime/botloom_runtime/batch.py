"""Entries of a stream, as many as one read brings."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload

Fields = dict[bytes, bytes]


class Entry(NamedTuple):
    """An entry as it was read; `fields` is empty where it was deleted from the stream since."""

    id: bytes
    fields: Fields


class Batch(Sequence[Entry]):
    """A sequence that makes an `Entry` only of what is looked at.

    A consumer of thousands at once needs the values of one field, and an entry for the few that it
    can't take.
    """

    __slots__ = ("_flat", "ids")

    def __init__(self, ids: Sequence[bytes], flat: Sequence[Sequence[bytes]]) -> None:
        """`flat` has for each id its fields and values in turn, as Redis sends them."""
        self.ids = ids
        self._flat = flat

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Batch":
        taken = list(entries)
        flat = [[part for pair in entry.fields.items() for part in pair] for entry in taken]
        return cls([entry.id for entry in taken], flat)

    def values(self, field: bytes) -> list[bytes]:
        """Of this field, in the order of the entries. Raises `KeyError` where one has it not."""
        try:
            names, values = zip(*self._flat, strict=True)
        except ValueError:  # not all of them have one field
            return [_fields(flat)[field] for flat in self._flat]
        if names.count(field) != len(names):
            raise KeyError(field)
        return list(values)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> "Batch": ...
    def __getitem__(self, index: int | slice) -> "Entry | Batch":
        if isinstance(index, slice):
            return Batch(self.ids[index], self._flat[index])
        return Entry(self.ids[index], _fields(self._flat[index]))


def _fields(flat: Sequence[bytes]) -> Fields:
    return dict(zip(flat[::2], flat[1::2], strict=True))
