"""Sets of people, by their numbers in the table `people`, as bytes: Roaring's portable format,
https://github.com/RoaringBitmap/RoaringFormatSpec. Two bytes or less for each person, and the union
of thousands of sets takes milliseconds."""

from collections.abc import Iterable

from pyroaring import BitMap


def encode_numbers(numbers: Iterable[int]) -> bytes:
    """`numbers` are of 32 bits, without a sign."""
    return BitMap(numbers).serialize()


def decode_numbers(encoded: bytes) -> BitMap:
    return BitMap.deserialize(encoded)


def united(encoded: Iterable[bytes]) -> BitMap:
    """Everyone who is in one of the sets."""
    sets = [decode_numbers(one) for one in encoded]
    return BitMap.union(*sets) if sets else BitMap()
