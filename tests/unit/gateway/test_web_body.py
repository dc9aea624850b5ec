import gzip
import tracemalloc
import zlib

import pytest
from botloom_gateway.web_body import BODY_MAX, BadBodyError, BodyReader, TooLargeError

TEXT = b"Hello, " * 1000
# The same in every process: it stands in the names of tests, by which they are given out.
GZIPPED = gzip.compress(TEXT, mtime=0)


def bare_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(data) + packing.flush()


def read(encoding: str, data: bytes, size: int = 100) -> bytes:
    reader = BodyReader(encoding)
    for at in range(0, len(data), size):
        reader.feed(data[at : at + size])
    return reader.end()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", GZIPPED),
        (" X-GZip ", GZIPPED),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare_deflate(TEXT)),
    ],
)
@pytest.mark.parametrize("size", [1, 100, 1_000_000])
def test_a_body_is_unpacked(encoding: str, packed: bytes, size: int) -> None:
    assert read(encoding, packed, size) == TEXT


@pytest.mark.parametrize("encoding", ["", "gzip", "deflate"])
def test_there_may_be_no_body(encoding: str) -> None:
    assert read(encoding, b"") == b""


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip"])
def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(BadBodyError):
        BodyReader(encoding)


@pytest.mark.parametrize("packed", [TEXT, GZIPPED[:-1], GZIPPED[:-20]])
def test_a_broken_body_is_refused(packed: bytes) -> None:
    with pytest.raises(BadBodyError):
        read("gzip", packed)


def test_a_body_may_be_just_as_large_as_allowed() -> None:
    data = bytes(BODY_MAX)
    assert read("", data, 65_536) == read("gzip", gzip.compress(data)) == data
    for encoding, packed in (("", data + b"x"), ("gzip", gzip.compress(data + b"x"))):
        with pytest.raises(TooLargeError):
            read(encoding, packed, 65_536)


def test_what_unpacks_to_a_thousandfold_takes_no_memory() -> None:
    bomb = gzip.compress(bytes(500 * BODY_MAX), 1)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        read("gzip", bomb, len(bomb))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8 * BODY_MAX
