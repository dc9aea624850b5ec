"""`just up` without an admin panel, where it can't be built."""

from pathlib import Path

import pytest
from botloom_local import __main__ as up
from botloom_local.admin_ui.packages import AdminUiError
from botloom_local.plan import make_plan


def test_the_folder_of_the_built_panel_is_what_admin_api_gets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(up, "build", lambda tell: Path("/built"))
    plan = make_plan({}, {})
    up.add_admin_panel(plan)
    assert plan.environment["BOTLOOM_ADMIN_UI_DIRECTORY"] == "/built"


def test_a_panel_that_cannot_be_built_is_told_and_keeps_nothing_else_from_starting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(tell: object) -> Path:
        raise AdminUiError("`npm ci` failed:\nECONNREFUSED")

    monkeypatch.setattr(up, "build", fail)
    plan = make_plan({}, {})
    up.add_admin_panel(plan)
    assert "BOTLOOM_ADMIN_UI_DIRECTORY" not in plan.environment
    assert "ECONNREFUSED" in capsys.readouterr().err
