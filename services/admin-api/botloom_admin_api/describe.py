"""`python -m botloom_admin_api.describe`: the OpenAPI description as JSON, without any server.

It is the same as at `/schema/openapi.json`.
"""

import sys

import msgspec
from pydantic import SecretStr

from .app import create_app
from .openapi_document import describe
from .settings import Settings


def description() -> bytes:
    # As constructed, the settings are read from no environment; none of them changes what there is.
    nowhere = Settings.model_construct(
        database_url=SecretStr("postgresql+asyncpg://nowhere"),
        redis_url=SecretStr("redis://nowhere"),
    )
    app = create_app(nowhere)
    return msgspec.json.encode(describe(app.openapi_schema.to_schema(), app))


if __name__ == "__main__":
    sys.stdout.buffer.write(description())
