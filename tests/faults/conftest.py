from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.system import Admin, System
from support.system_fixtures import database, redis

__all__ = ["database", "redis"]


@pytest.fixture
def system(database_url: str, redis_url: str, tmp_path: Path) -> System:
    """Nothing of it runs yet: the test starts and kills its processes."""
    return System("webhook", database_url, redis_url, tmp_path)


@pytest.fixture
async def admin(system: System) -> AsyncIterator[Admin]:
    admin = system.admin()
    yield admin
    await admin.http.aclose()
