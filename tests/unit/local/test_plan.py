"""What is set already wins, and what is not needed is not started."""

import pytest
from botloom_local.plan import GENERATED, make_plan


def test_with_nothing_set_everything_is_started() -> None:
    plan = make_plan({}, {})
    assert list(plan.processes) == [
        "simulator",
        "config",
        "stats",
        "admin-api",
        "gateway",
        "botloom",
    ]
    assert plan.embedded_postgres
    assert plan.embedded_redis is not None
    assert plan.environment["BOTLOOM_REDIS_URL"] == "redis://127.0.0.1:6380/0"
    assert plan.environment["BOTLOOM_BOT_API_URL"] == "http://127.0.0.1:8090"
    assert sorted(port.number for port in plan.ports) == [6380, 8000, 8080, 8081, 8082, 8090]


@pytest.mark.parametrize(
    "variable", [{"BOTLOOM_BOT_TOKEN": "1:x"}, {"BOTLOOM_BOT_API_URL": "http://127.0.0.1:9"}]
)
def test_with_a_real_bot_no_simulator_is_started(variable: dict[str, str]) -> None:
    plan = make_plan(variable, {})
    assert "simulator" not in plan.processes
    assert variable.items() <= plan.environment.items()


def test_with_own_servers_none_is_started() -> None:
    own = {
        "BOTLOOM_DATABASE_URL": "postgresql+asyncpg://u@db/b",
        "BOTLOOM_REDIS_URL": "redis://cache:6379/1",
    }
    plan = make_plan(own, {})
    assert not plan.embedded_postgres
    assert plan.embedded_redis is None
    assert own.items() <= plan.environment.items()
    assert 6380 not in [port.number for port in plan.ports]


def test_an_empty_variable_counts_as_not_set() -> None:
    assert make_plan({"BOTLOOM_REDIS_URL": ""}, {}).embedded_redis is not None


@pytest.mark.parametrize("directory", ["/built", ""])
def test_the_admin_panel_is_built_unless_its_folder_or_none_is_named(directory: str) -> None:
    assert make_plan({}, {}).builds_admin_ui
    plan = make_plan({"BOTLOOM_ADMIN_UI_DIRECTORY": directory}, {})
    assert not plan.builds_admin_ui
    assert plan.environment["BOTLOOM_ADMIN_UI_DIRECTORY"] == directory


@pytest.mark.parametrize("secret", GENERATED)
def test_the_secrets_of_the_last_run_are_used_again(secret: str) -> None:
    first = make_plan({}, {}).environment
    assert make_plan({}, first).environment[secret] == first[secret]
    assert make_plan({}, {}).environment[secret] != first[secret]


@pytest.mark.parametrize("value", ["0", "65536", "http", "-1", "80.5"])
def test_what_is_no_port_is_refused_by_its_name(value: str) -> None:
    with pytest.raises(ValueError, match="BOTLOOM_ADMIN_API_PORT"):
        make_plan({"BOTLOOM_ADMIN_API_PORT": value}, {})
