from botloom_admin_api.auth import OWNER
from botloom_admin_api.idempotency import SHOWS_SECRET, is_keyed
from litestar import get, post


@post("/", opt=OWNER)
async def create() -> None: ...


@post("/", opt=OWNER | SHOWS_SECRET)
async def create_token() -> None: ...


@get("/", opt=OWNER)
async def read() -> None: ...


def test_answers_that_show_a_secret_are_not_kept():
    assert is_keyed(create)
    assert not is_keyed(create_token)
    assert not is_keyed(read)
