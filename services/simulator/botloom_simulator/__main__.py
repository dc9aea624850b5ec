from botloom_runtime.process import run_service

from .app import serve
from .settings import SimulatorSettings


def main() -> None:
    run_service("simulator", SimulatorSettings, serve)


if __name__ == "__main__":
    main()
