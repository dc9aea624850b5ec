"""The built admin panel, held in memory: it is small, and a replica answers without its disk."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

INDEX = "/index.html"

IDENTITY = "identity"
SUFFIXES = {"br": ".br", "gzip": ".gz"}
"""Of what the build compressed; the better one first."""

# Not Python's own table, which goes by what the system has installed.
MEDIA_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
OTHER_MEDIA_TYPE = "application/octet-stream"

_QUALITY = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*")


class Coded(NamedTuple):
    """A file in one content coding."""

    coding: str
    body: bytes
    etag: str
    """Strong: another one for each coding, as RFC 9110 asks for."""


class PanelFile(NamedTuple):
    media_type: str
    codings: Mapping[str, Coded]

    def accepted(self, accept_encoding: str) -> Coded:
        """The smallest that the client takes."""
        weights = _weights(accept_encoding)
        for coding in SUFFIXES:
            if coding in self.codings and weights.get(coding, weights.get("*", 0.0)) > 0:
                return self.codings[coding]
        return self.codings[IDENTITY]

    @property
    def varies(self) -> bool:
        return len(self.codings) > 1


def read_panel(directory: Path) -> dict[str, PanelFile]:
    """By their paths, such as `/assets/index-4f2a.js`: what is not in there is nowhere."""
    return {f"/{file.relative_to(directory).as_posix()}": _read(file) for file in _files(directory)}


def _files(directory: Path) -> Iterator[Path]:
    """Without those that are other files, compressed, and without hidden ones."""
    for path in sorted(directory.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        elif not (path.suffix in SUFFIXES.values() and path.with_suffix("").exists()):
            yield path


def _read(file: Path) -> PanelFile:
    codings = {IDENTITY: _coded(IDENTITY, file)}
    for coding, suffix in SUFFIXES.items():
        compressed = file.with_name(file.name + suffix)
        if compressed.exists():
            codings[coding] = _coded(coding, compressed)
    return PanelFile(MEDIA_TYPES.get(file.suffix, OTHER_MEDIA_TYPE), codings)


def _coded(coding: str, file: Path) -> Coded:
    body = file.read_bytes()
    return Coded(coding, body, f'"{sha256(body).hexdigest()[:20]}"')


def _weights(accept_encoding: str) -> dict[str, float]:
    """https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding"""
    found = {}
    for part in accept_encoding.lower().split(","):
        coding, _, weight = part.partition(";")
        given = _QUALITY.fullmatch(weight)
        found[coding.strip()] = float(given[1]) if given else 1.0
    return found
