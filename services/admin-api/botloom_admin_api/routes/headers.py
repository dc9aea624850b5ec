"""Response headers that several operations have."""

from litestar.datastructures import ResponseHeader

SEQ_HEADER = "Botloom-Config-Seq"


def header(name: str, description: str) -> ResponseHeader:
    """For the description of the API only."""
    return ResponseHeader(name, documentation_only=True, value="", description=description)


ETAG = header("ETag", "The version, in quotes.")
LOCATION = header("Location", "The address of what was created.")
SEQ = header(
    SEQ_HEADER, "The event of the change; a gateway that runs it, or a later one, shows it."
)
DRAFT_VERSION = header(
    "Botloom-Draft-Version", "The version of the draft that has the change, or a later one."
)
SET_COOKIE = header("Set-Cookie", "The cookie of the session.")

NOT_STORED = {"Cache-Control": "no-store"}
"""Of answers that show a secret: https://www.rfc-editor.org/rfc/rfc6749#section-5.1"""
CACHE_CONTROL = header("Cache-Control", "`no-store`: the answer shows a secret.")
