"""The kustomize base: valid, least-privileged, and in step with the settings of each service."""

import importlib
import inspect
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from botloom_runtime.migrate import Settings as MigrateSettings
from botloom_runtime.settings import ENVIRONMENT_PREFIX, ServiceSettings, load_settings
from pydantic import SecretStr

ROOT = Path(__file__).parents[2]
BASE = ROOT / "deploy/kubernetes/base"
DOCUMENTATION = ROOT / "docs/deployment-kubernetes.md"

SECRETS_OF_SERVICE = {
    "admin-api": {"botloom-admin-api", "botloom-database", "botloom-redis"},
    "config": {"botloom-database", "botloom-redis"},
    "gateway": {"botloom-redis", "botloom-telegram"},
    "stats": {"botloom-database", "botloom-redis"},
}
SECRET_VALUES = {
    ("botloom-admin-api", "admin-token"): "a-token-of-some-length-for-a-test-0123456789",
    ("botloom-admin-api", "jwt-secret"): "a-secret-of-some-length-for-a-test-0123456789",
    ("botloom-admin-api", "owner-password"): "a password for a test",
    ("botloom-database", "url"): "postgresql+asyncpg://botloom:password@postgres/botloom",
    ("botloom-redis", "url"): "redis://:password@redis:6379/0",
    ("botloom-telegram", "bot-token"): "123456789:AAExampleExampleExampleExampleExample",
    ("botloom-telegram", "webhook-secret"): "a-secret-of-some-length-0123456789",
}
"""What an operator would put in the Secrets, for the settings to be read from."""

every_service = pytest.mark.parametrize("service", sorted(SECRETS_OF_SERVICE))

Manifest = dict[str, Any]


@pytest.fixture(scope="session")
def manifests() -> list[Manifest]:
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        pytest.skip("kubectl, which renders the kustomize base, is not on PATH")
    rendered = subprocess.run(
        [kubectl, "kustomize", BASE], capture_output=True, text=True, check=False
    )
    assert rendered.returncode == 0, rendered.stderr
    return list(yaml.safe_load_all(rendered.stdout))


@pytest.fixture
def deployment(manifests: list[Manifest], service: str) -> Manifest:
    return only(manifests, "Deployment", service)


@pytest.fixture
def pod(deployment: Manifest) -> Manifest:
    spec: Manifest = deployment["spec"]["template"]["spec"]
    return spec


@pytest.fixture
def container(pod: Manifest, service: str) -> Manifest:
    containers: list[Manifest] = pod["containers"]
    assert [container["name"] for container in containers] == [service]
    return containers[0]


@pytest.fixture
def config_map(manifests: list[Manifest], service: str) -> Manifest:
    return only(manifests, "ConfigMap", service)


def only(manifests: list[Manifest], kind: str, service: str) -> Manifest:
    (found,) = [
        manifest
        for manifest in manifests
        if manifest["kind"] == kind
        and manifest["metadata"]["labels"]["app.kubernetes.io/component"] == service
    ]
    return found


def containers_of(pod: Manifest) -> list[Manifest]:
    containers: list[Manifest] = pod["containers"] + pod.get("initContainers", [])
    return containers


def secret_keys(container: Manifest) -> dict[str, tuple[str, str]]:
    """Variable → (Secret, key)."""
    references = {
        variable["name"]: variable["valueFrom"]["secretKeyRef"] for variable in container["env"]
    }
    return {name: (at["name"], at["key"]) for name, at in references.items()}


def environment(container: Manifest, config_map: Manifest | None) -> dict[str, str]:
    """What the process finds, with the operator's Secrets as `SECRET_VALUES`."""
    secret = {name: SECRET_VALUES[key] for name, key in secret_keys(container).items()}
    return secret | (config_map["data"] if config_map else {})


def settings_of(service: str) -> type[ServiceSettings]:
    module = importlib.import_module(f"botloom_{service.replace('-', '_')}.settings")
    (settings,) = [
        member
        for member in vars(module).values()
        if inspect.isclass(member)
        and issubclass(member, ServiceSettings)
        and member.__module__ == module.__name__
    ]
    return settings


def variable(field: str) -> str:
    return ENVIRONMENT_PREFIX + field.upper()


# What is there, and whether Kubernetes takes it


def test_every_object_is_valid_for_the_newest_kubernetes(manifests: list[Manifest]) -> None:
    for manifest in manifests:
        kubernetes_validate.validate(manifest, kubernetes_validate.latest_version(), strict=True)


def test_the_base_is_a_deployment_a_service_and_a_configmap_for_each_service(
    manifests: list[Manifest],
) -> None:
    found = sorted(
        (manifest["kind"], manifest["metadata"]["labels"]["app.kubernetes.io/component"])
        for manifest in manifests
    )
    assert found == sorted(
        (kind, service)
        for kind in ("Deployment", "Service", "ConfigMap")
        for service in SECRETS_OF_SERVICE
    )


def test_every_object_and_pod_has_the_recommended_labels(manifests: list[Manifest]) -> None:
    bearers = [manifest["metadata"] for manifest in manifests] + [
        manifest["spec"]["template"]["metadata"]
        for manifest in manifests
        if manifest["kind"] == "Deployment"
    ]
    for bearer in bearers:
        labels = bearer["labels"]
        component = labels["app.kubernetes.io/component"]
        assert labels["app.kubernetes.io/name"] == f"botloom-{component}"
        assert labels["app.kubernetes.io/part-of"] == "botloom"
        assert labels["app.kubernetes.io/managed-by"] == "kustomize"


@every_service
def test_the_service_leads_to_the_pods_of_its_deployment(
    manifests: list[Manifest], deployment: Manifest, container: Manifest, service: str
) -> None:
    front = only(manifests, "Service", service)
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert deployment["spec"]["selector"]["matchLabels"] == front["spec"]["selector"]
    assert front["spec"]["selector"].items() <= labels.items()

    (port,) = front["spec"]["ports"]
    assert port["targetPort"] in {port["name"] for port in container["ports"]}


@every_service
def test_every_container_runs_the_image_of_its_service_at_the_version_of_the_project(
    pod: Manifest, service: str
) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    for container in containers_of(pod):
        assert container["image"] == f"botloom-{service}:{version}"


# Probes and replacement


@every_service
@pytest.mark.parametrize(
    ("probe", "path"),
    [("startupProbe", "/healthz"), ("livenessProbe", "/healthz"), ("readinessProbe", "/readyz")],
)
def test_probes_ask_the_path_and_port_that_the_service_answers_on(
    container: Manifest, config_map: Manifest, service: str, probe: str, path: str
) -> None:
    asked = container[probe]["httpGet"]
    port_of_name = {port["name"]: port["containerPort"] for port in container["ports"]}
    settings = settings_of(service)
    port_field = f"{service.replace('-', '_')}_port"

    assert asked["path"] == path
    assert port_of_name[asked["port"]] == settings.model_fields[port_field].default
    assert port_of_name[asked["port"]] == int(config_map["data"][variable(port_field)])


@every_service
def test_a_rollout_never_has_fewer_ready_pods_than_before(deployment: Manifest) -> None:
    strategy = deployment["spec"]["strategy"]
    assert strategy["type"] == "RollingUpdate"
    assert strategy["rollingUpdate"]["maxUnavailable"] == 0


@every_service
def test_a_pod_has_time_left_to_stop_cleanly_after_its_pre_stop_sleep(
    pod: Manifest, container: Manifest
) -> None:
    sleep = container.get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
    assert pod["terminationGracePeriodSeconds"] - sleep >= 20


def test_the_gateway_starts_as_one_poller(manifests: list[Manifest]) -> None:
    assert only(manifests, "Deployment", "gateway")["spec"]["replicas"] == 1
    assert "BOTLOOM_WEBHOOK_URL" not in only(manifests, "ConfigMap", "gateway")["data"]


def test_migrations_are_over_before_the_admin_api_of_the_same_image_starts(
    manifests: list[Manifest],
) -> None:
    pod = only(manifests, "Deployment", "admin-api")["spec"]["template"]["spec"]
    (migrate,) = pod["initContainers"]
    assert migrate["command"] == ["python", "-m", MigrateSettings.__module__]
    assert migrate["image"] == pod["containers"][0]["image"]


# The environment


@every_service
def test_a_service_sets_only_variables_that_its_settings_know(
    container: Manifest, config_map: Manifest, service: str
) -> None:
    known = {variable(field) for field in settings_of(service).model_fields}
    assert environment(container, config_map).keys() <= known


@every_service
def test_a_service_starts_with_the_environment_of_its_manifest(
    container: Manifest, config_map: Manifest, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert container["envFrom"] == [{"configMapRef": {"name": config_map["metadata"]["name"]}}]
    assert isinstance(
        load_only(environment(container, config_map), settings_of(service), monkeypatch),
        ServiceSettings,
    )


def test_the_gateway_starts_without_a_webhook_secret_too(
    manifests: list[Manifest], monkeypatch: pytest.MonkeyPatch
) -> None:
    pod = only(manifests, "Deployment", "gateway")["spec"]["template"]["spec"]
    found = environment(pod["containers"][0], only(manifests, "ConfigMap", "gateway"))
    del found["BOTLOOM_WEBHOOK_SECRET"]
    assert isinstance(load_only(found, settings_of("gateway"), monkeypatch), ServiceSettings)


def test_migrations_start_with_the_environment_of_their_container(
    manifests: list[Manifest], monkeypatch: pytest.MonkeyPatch
) -> None:
    pod = only(manifests, "Deployment", "admin-api")["spec"]["template"]["spec"]
    found = environment(pod["initContainers"][0], None)
    assert isinstance(load_only(found, MigrateSettings, monkeypatch), MigrateSettings)


def load_only(
    found: dict[str, str], settings: type[ServiceSettings], monkeypatch: pytest.MonkeyPatch
) -> ServiceSettings:
    """The settings from `found` alone, whatever the tests themselves were started with."""
    for field in settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return load_settings(settings)


def test_the_gateway_is_not_told_where_the_database_is(manifests: list[Manifest]) -> None:
    gateway = yaml.safe_dump(only(manifests, "Deployment", "gateway"))
    settings = yaml.safe_dump(only(manifests, "ConfigMap", "gateway"))
    assert "database" not in (gateway + settings).lower()


# Secrets


@every_service
def test_a_pod_reads_only_the_secrets_of_its_service(pod: Manifest, service: str) -> None:
    read = {secret for container in containers_of(pod) for secret, _ in secrets_read_by(container)}
    assert read == SECRETS_OF_SERVICE[service]
    assert "volumes" not in pod


def secrets_read_by(container: Manifest) -> set[tuple[str, str]]:
    return set(secret_keys(container).values())


@every_service
def test_every_secret_setting_comes_from_a_secret(
    container: Manifest, config_map: Manifest, service: str
) -> None:
    secret = {
        variable(name)
        for name, field in settings_of(service).model_fields.items()
        if SecretStr in (field.annotation, *getattr(field.annotation, "__args__", ()))
        or re.search(r"token|secret|password|(database|redis)_url", name)
    }
    assert config_map["data"].keys().isdisjoint(secret)
    assert secret_keys(container).keys() <= secret


@every_service
def test_no_manifest_carries_a_literal_in_place_of_a_secret(pod: Manifest) -> None:
    for container in containers_of(pod):
        assert all(set(variable) == {"name", "valueFrom"} for variable in container["env"])


def test_the_documentation_names_every_secret_and_key(manifests: list[Manifest]) -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| `([\w-]+)` \|", DOCUMENTATION.read_text(), re.MULTILINE)
    read = {
        secret
        for manifest in manifests
        if manifest["kind"] == "Deployment"
        for container in containers_of(manifest["spec"]["template"]["spec"])
        for secret in secrets_read_by(container)
    }
    assert set(rows) == read


# What a pod may do


@every_service
def test_a_pod_meets_the_restricted_pod_security_standard(pod: Manifest) -> None:
    context = pod["securityContext"]
    assert context["runAsNonRoot"] is True
    assert context["runAsUser"] == context["runAsGroup"] == 10001
    assert context["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in containers_of(pod):
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }


@every_service
def test_a_pod_has_no_credentials_for_the_kubernetes_api(pod: Manifest) -> None:
    assert pod["automountServiceAccountToken"] is False
    assert "serviceAccountName" not in pod


@every_service
def test_kubernetes_adds_no_variables_that_look_like_ours(pod: Manifest) -> None:
    # The Service botloom-gateway would set BOTLOOM_GATEWAY_PORT=tcp://….
    assert pod["enableServiceLinks"] is False


@every_service
def test_every_container_requests_what_it_needs_and_has_a_memory_limit(pod: Manifest) -> None:
    for container in containers_of(pod):
        resources = container["resources"]
        assert resources["requests"].keys() == {"cpu", "memory"}
        assert "memory" in resources["limits"]
