"""Routers as this service uses them."""

from typing import Any, Self

import litestar


class Router(litestar.Router):
    """Is registered once. Litestar copies a router for each place, with all that is below it; with
    routers inside of routers that was nearly half of what making the application took."""

    def __deepcopy__(self, _: dict[int, Any]) -> Self:
        return self
