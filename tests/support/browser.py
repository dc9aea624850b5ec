"""A real Chromium for the tests: the machine's own, or one installed once, without root.

The one that is installed comes from the npm package `@sparticuz/chromium`, into the user's cache
folder, with the npm that also builds the admin panel.
"""

import fcntl
import os
import platform
import shutil
import subprocess
from pathlib import Path

from botloom_local.node import NoNodeError, find_node

VARIABLE = "BOTLOOM_CHROMIUM"
"""Which Chromium: its path, or `npm` for the installed one whatever else the machine has."""

ON_PATH = ("chromium", "chromium-browser", "google-chrome")
PACKAGE = "@sparticuz/chromium"
VERSION = "153.0.0"
INSTALL_SECONDS = 240

FLAGS = (
    "--no-sandbox",
    "--no-proxy-server",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # Other hosts, by name or address, are not found: pages stay on this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

_UNPACK = f"""
const {{ default: chromium }} = await import("{PACKAGE}");
console.log(await chromium.executablePath());
"""

# NSS, which a bare machine lacks, lies beside the browser.
_LAUNCHER = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
"""

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


class NoChromiumError(Exception):
    """Says why there is none, and what to do."""


def chromium() -> Path:
    """The program to start. May take a minute the first time. Raises `NoChromiumError`."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen == "npm":
        return _installed()
    if chosen:
        return _named(chosen)
    for name in ON_PATH:
        if found := shutil.which(name):
            return Path(found)
    return _installed()


def _named(chosen: str) -> Path:
    found = shutil.which(chosen)
    if found is None:
        raise NoChromiumError(f"{VARIABLE}={chosen} is no program")
    return Path(found)


def _installed() -> Path:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise NoChromiumError(
            f"{PACKAGE} is for Linux on x86_64 only: install Chromium, or name it in {VARIABLE}"
        )
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "botloom"
    directory = cache / f"chromium-{VERSION}"
    launcher = directory / "launch"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        # Of several test processes one installs, and the others wait.
        with (cache / f"chromium-{VERSION}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not launcher.exists():
                _install(directory)
    except OSError as error:
        raise NoChromiumError(f"There is no place for Chromium: {error}") from error
    return launcher


def _install(directory: Path) -> None:
    """Whole or not at all: it gets its name when it is complete."""
    partial = directory.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    package = partial / "package"
    try:
        node = find_node()
    except NoNodeError as error:
        raise NoChromiumError(str(error)) from error
    _run(
        node.npm("install", "--prefix", str(package), "--ignore-scripts", "--no-package-lock",
                 "--no-audit", "--no-fund", f"{PACKAGE}@{VERSION}"),
        cwd=partial,
        PATH=node.environment()["PATH"],
    )  # fmt: skip
    _run(
        [str(node.program), "--input-type=module", "--eval", _UNPACK],
        cwd=package,
        # It unpacks into the temporary directory, and the libraries only for this environment.
        TMPDIR=str(partial),
        AWS_EXECUTION_ENV="AWS_Lambda_nodejs24.x",
    )
    shutil.rmtree(package)
    (partial / "fonts.conf").write_text(_FONTS)
    launcher = partial / "launch"
    launcher.write_text(_LAUNCHER)
    launcher.chmod(0o755)
    shutil.rmtree(directory, ignore_errors=True)
    partial.rename(directory)


def _run(command: list[str], cwd: Path, **environment: str) -> None:
    try:
        subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        raise NoChromiumError(f"{PACKAGE} can't be installed: {error.stderr[-800:]}") from error
    except (subprocess.TimeoutExpired, OSError) as error:
        raise NoChromiumError(f"{PACKAGE} can't be installed: {error}") from error
