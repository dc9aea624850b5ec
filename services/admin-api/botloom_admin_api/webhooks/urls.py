"""Which URLs a webhook may have, as far as they tell by themselves: names are looked up at each
sending."""

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_runtime.outgoing.addresses import AllowedNetworks
from botloom_runtime.outgoing.client import refusal
from yarl import URL


def check_url(text: str, allowed: AllowedNetworks) -> None:
    """Raises `InvalidInput`."""
    if not text.isprintable() or " " in text:
        raise InvalidInput(FieldProblem("url", "characters", "has a space or a control character"))
    try:
        url = URL(text)
    except ValueError as error:
        raise InvalidInput(FieldProblem("url", "url", f"is no URL: {error}")) from None
    if refused := refusal(url, allowed):
        raise InvalidInput(FieldProblem("url", refused.rule, refused.detail))
    if url.raw_fragment:
        raise InvalidInput(
            FieldProblem("url", "fragment", "has a fragment (#…), which is not sent")
        )
