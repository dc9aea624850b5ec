from botloom_admin_api.auth import OWNER
from botloom_admin_api.idempotency import SHOWS_SECRET, takes_key
from litestar import get, post


@post("/", opt=OWNER)
async def create() -> None: ...


@post("/", opt=OWNER | SHOWS_SECRET)
async def create_token() -> None: ...


@get("/", opt=OWNER)
async def read() -> None: ...


def test_answers_that_show_a_secret_are_not_kept():
    assert takes_key({"method": "POST", "route_handler": create})
    assert not takes_key({"method": "POST", "route_handler": create_token})
    assert not takes_key({"method": "GET", "route_handler": read})
