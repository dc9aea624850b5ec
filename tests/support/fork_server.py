"""Starts services as processes without loading Python and all its packages for each of them.

A test run starts dozens of processes, and aiogram alone takes seconds to load. So one process has
loaded everything, and each service is a fork of it that runs as `python -m` would run it. It is
started when the first test needs a process, serves all of pytest's workers, and ends with the run.
"""

import fcntl
import gc
import json
import os
import runpy
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

LOADED = (
    "botloom_gateway.app",
    "botloom_config.app",
    "botloom_stats.app",
    "botloom_admin_api.server",
    "botloom_simulator.app",
)
DIRECTORY = "BOTLOOM_TESTS_FORK_SERVER"
"""Names the environment variable with the directory of the socket; unset, nothing is forked."""
START_SECONDS = 60
REQUEST_MAX = 1 << 16


class ForkedProcess:
    """A service as `subprocess.Popen` would show it. It is killed when this object is closed."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.returncode: int | None = None
        self.pid = int(self._receive(None) or 0)

    def poll(self) -> int | None:
        return self._until_ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """Raises `subprocess.TimeoutExpired`."""
        code = self._until_ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired([f"process {self.pid}"], timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def close(self) -> None:
        self._connection.close()

    def _until_ended(self, timeout: float | None) -> int | None:
        if self.returncode is None:
            answer = self._receive(timeout)
            self.returncode = None if answer is None else int(answer)
        return self.returncode

    def _receive(self, timeout: float | None) -> str | None:
        readable, _, _ = select.select([self._connection], [], [], timeout)
        if not readable:
            return None
        answer = self._connection.recv(64).decode()
        if not answer:
            raise RuntimeError("the fork server is gone")
        return answer


def prepare() -> None:
    """Call it in the process whose end is the end of the server, too."""
    os.environ[DIRECTORY] = tempfile.mkdtemp(prefix="botloom-forks-")
    (Path(os.environ[DIRECTORY]) / "owner").write_text(str(os.getpid()))


def finish() -> None:
    shutil.rmtree(os.environ.pop(DIRECTORY), ignore_errors=True)


def start(
    directory: Path, command: Sequence[str], environment: Mapping[str, str], log: Path
) -> ForkedProcess:
    """Run `python -m` with `command`, a module and its arguments, in a fork; it writes to `log`."""
    with (directory / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        connection = _connect(directory)
    request = {"command": command, "environment": dict(environment), "log": str(log)}
    connection.sendall(json.dumps(request).encode())
    return ForkedProcess(connection)


def _connect(directory: Path) -> socket.socket:
    """Starts the server where there is none yet."""
    connection = _try_to_connect(directory)
    if connection is not None:
        return connection
    with (directory / "log").open("ab") as log:
        subprocess.Popen([sys.executable, __file__, str(directory)], stdout=log, stderr=log)
    deadline = time.monotonic() + START_SECONDS
    while (connection := _try_to_connect(directory)) is None:
        if time.monotonic() > deadline:
            raise RuntimeError((directory / "log").read_text())
        time.sleep(0.02)
    return connection


def _try_to_connect(directory: Path) -> socket.socket | None:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        connection.connect(str(directory / "socket"))
    except OSError:
        connection.close()
        return None
    return connection


class _Server:
    def __init__(self, directory: Path) -> None:
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._listener.bind(str(directory / "socket"))
        self._listener.listen(64)
        self._owner = int((directory / "owner").read_text())
        self._children: dict[int, socket.socket] = {}
        """Connections by the process that runs for them."""

    def serve(self) -> dict[str, Any] | None:
        """Returns in each fork, with what it is to run; in the server itself, at the end."""
        # A child's end interrupts `select` by a byte.
        woken, wake = socket.socketpair()
        for one in (woken, wake):
            one.setblocking(False)
        signal.set_wakeup_fd(wake.fileno())
        signal.signal(signal.SIGCHLD, lambda *_: None)
        while _is_alive(self._owner):
            waiting = [self._listener, woken, *self._children.values()]
            readable, _, _ = select.select(waiting, [], [], 1)
            if woken in readable:
                woken.recv(4096)
            self._tell_ends()
            for pid, connection in list(self._children.items()):
                if connection in readable and not connection.recv(1):
                    self._forget(pid)
            if self._listener in readable:
                connection, _ = self._listener.accept()
                request: dict[str, Any] = json.loads(connection.recv(REQUEST_MAX))
                pid = os.fork()
                if pid == 0:
                    self._leave(connection, woken, wake)
                    return request
                connection.sendall(str(pid).encode())
                self._children[pid] = connection
        for pid in list(self._children):
            self._forget(pid)
        return None

    def _tell_ends(self) -> None:
        while self._children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            connection = self._children.pop(pid, None)
            if connection is not None:
                with suppress(OSError):
                    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
                connection.close()

    def _forget(self, pid: int) -> None:
        """Nobody looks at this process any more."""
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        self._children.pop(pid).close()

    def _leave(self, *others: socket.socket) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for one in (self._listener, *others, *self._children.values()):
            one.close()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _become(request: dict[str, Any]) -> None:
    log = os.open(request["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = request["command"]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    for loaded in LOADED:
        import_module(loaded)
    # A collection in a fork looks at all of it otherwise, and each page it looks at is copied.
    gc.collect()
    gc.freeze()
    if (to_run := _Server(Path(sys.argv[1])).serve()) is not None:
        _become(to_run)
