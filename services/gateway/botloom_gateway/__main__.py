from botloom_runtime.process import run_service

from .app import serve
from .settings import Settings

if __name__ == "__main__":
    run_service("gateway", Settings, serve)
