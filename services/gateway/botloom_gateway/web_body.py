"""The body of a response, bounded in what is read and in what it unpacks to."""

import zlib

BODY_MAX = 1024 * 1024


class TooLargeError(Exception):
    """There is more than `BODY_MAX`."""


class BadBodyError(Exception):
    """What came is not in the encoding that the response says."""


class BodyReader:
    """Takes a body apart as it comes, and never holds more than `BODY_MAX` bytes of it."""

    def __init__(self, encoding: str) -> None:
        """Raises `BadBodyError` for an encoding that was not asked for."""
        self._encoding = encoding.strip().lower()
        if self._encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise BadBodyError(f"the encoding {encoding[:40]!r} was not asked for")
        self._packed = 0
        self._body = bytearray()
        self._unpacking: zlib._Decompress | None = None

    def feed(self, chunk: bytes) -> None:
        """Raises `TooLargeError`, `BadBodyError`."""
        self._packed += len(chunk)
        if self._packed > BODY_MAX:
            raise TooLargeError
        self._body += self._unpacked(chunk)
        if len(self._body) > BODY_MAX:
            raise TooLargeError

    def end(self) -> bytes:
        """The whole body. Raises `BadBodyError` where its end is missing."""
        if self._unpacking is not None and not self._unpacking.eof:
            raise BadBodyError("the body ends too early")
        return bytes(self._body)

    def _unpacked(self, chunk: bytes) -> bytes:
        if self._encoding in ("", "identity"):
            return chunk
        if self._unpacking is None:
            self._unpacking = zlib.decompressobj(self._window(chunk[0]))
        try:
            return self._unpacking.decompress(chunk, BODY_MAX + 1 - len(self._body))
        except zlib.error as error:
            raise BadBodyError(str(error)) from None

    def _window(self, first: int) -> int:
        """What zlib calls the format: https://docs.python.org/3/library/zlib.html#zlib.decompress"""
        if self._encoding != "deflate":
            return 16 + zlib.MAX_WBITS
        # Some servers send the bare stream, without the header of RFC 1950.
        return zlib.MAX_WBITS if first & 0xF == zlib.DEFLATED else -zlib.MAX_WBITS
