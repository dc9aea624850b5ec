"""`just up`: start everything on this machine, and stop it on Ctrl-C."""

import asyncio
import os
import shlex
import signal
import sys
from contextlib import ExitStack
from types import FrameType

from botloom_contracts.database.migrate import upgrade
from honcho import manager as honcho_manager

from .admin_ui.building import build
from .admin_ui.packages import AdminUiError
from .env_file import read_env_file, write_env_file
from .lock import DirectoryInUseError, locked
from .node import NoNodeError
from .plan import ADMIN_UI, DATABASE, ENV_FILE, Plan, data_directory, make_plan
from .ports import TakenPortError, check_free
from .servers import create_database, embedded_postgres, embedded_redis, postgres_url

STOPPED_BY_SIGNAL = (130, 143)
STOP_SECONDS = 20
"""For services to finish what they took; honcho's own 5 are less than some need."""


def main() -> int:
    """Returns the exit code: 0 when stopped, 1 where something can't be started or has failed."""
    signal.signal(signal.SIGTERM, _interrupt)
    directory = data_directory(os.environ)
    try:
        with locked(directory), ExitStack() as stack:
            plan = make_plan(os.environ, read_env_file(directory / ENV_FILE))
            for port in plan.ports:
                check_free(port)
            if plan.builds_admin_ui:
                add_admin_panel(plan)
            _start_servers(plan, stack)
            _migrate(plan.environment["BOTLOOM_DATABASE_URL"])
            write_env_file(directory / ENV_FILE, plan.environment)
            return _supervise(plan)
    except KeyboardInterrupt:
        return 0
    except (DirectoryInUseError, TakenPortError, ValueError, RuntimeError, OSError) as error:
        print(f"botloom: {error}", file=sys.stderr)
        return 1


def _migrate(database_url: str) -> None:
    """Raises `RuntimeError` that names the setting where it leads nowhere."""
    try:
        asyncio.run(upgrade(database_url))
    except OSError as error:
        raise RuntimeError(f"BOTLOOM_DATABASE_URL: no PostgreSQL answers there: {error}") from error


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def add_admin_panel(plan: Plan) -> None:
    """Builds it. A bot can do without: where no npm registry is reached, all else starts."""
    try:
        plan.environment[ADMIN_UI] = str(build(tell=_tell))
    except (AdminUiError, NoNodeError) as error:
        print(f"botloom: there is no admin panel this time: {error}", file=sys.stderr)


def _tell(line: str) -> None:
    print(line, flush=True)


def _start_servers(plan: Plan, stack: ExitStack) -> None:
    """They outlive the services, which finish their work when stopped."""
    if plan.embedded_postgres:
        sockets = stack.enter_context(embedded_postgres(plan.directory / "postgres"))
        asyncio.run(create_database(sockets, DATABASE))
        plan.environment["BOTLOOM_DATABASE_URL"] = postgres_url(sockets, DATABASE)
    if plan.embedded_redis is not None:
        stack.enter_context(embedded_redis(plan.directory / "redis", plan.embedded_redis.number))


def _supervise(plan: Plan) -> int:
    honcho_manager.KILL_WAIT = STOP_SECONDS
    manager = honcho_manager.Manager()
    for name, module in plan.processes.items():
        command = f"exec {shlex.quote(sys.executable)} -m {module}"
        manager.add_process(name, command, env=plan.environment)
    manager.loop()
    return 0 if manager.returncode in STOPPED_BY_SIGNAL else 1


if __name__ == "__main__":
    sys.exit(main())
