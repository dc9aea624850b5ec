from botloom_runtime.process import run_service

from .server import serve
from .settings import Settings

if __name__ == "__main__":
    run_service("admin-api", Settings, serve)
