"""The admin API over HTTP, and what can go wrong with it."""

from collections.abc import Mapping
from typing import Any

import httpx

CONNECT_SECONDS = 5
ANSWER_SECONDS = 300
"""A plan of tens of thousands of objects takes a minute."""


class Refused(Exception):
    """The API said no. `problem` is what it said: https://www.rfc-editor.org/rfc/rfc9457"""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(problem.get("detail", ""))
        self.status = status
        self.problem = problem

    @property
    def code(self) -> str:
        return str(self.problem.get("code", ""))


class Unreachable(Exception):
    """There was no answer, or one that is not the API's."""


class Api:
    """Close it. The methods raise `Refused` and `Unreachable`."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._client = httpx.Client(
            base_url=f"{url.rstrip('/')}/api/v1",
            headers={"Authorization": f"Bearer {token}", "User-Agent": "botloom-cli"},
            timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        )

    def close(self) -> None:
        self._client.close()

    def get(self, path: str, **params: Any) -> Any:
        return self._json(self.request("GET", path, params=params))

    def post(self, path: str, **options: Any) -> Any:
        return self._json(self.request("POST", path, **options))

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        try:
            response = self._client.request(method, path, **options)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            raise Unreachable(f"No answer from {self._url}: {reason}.") from None
        if response.is_success:
            return response
        raise self._refusal(response)

    def _refusal(self, response: httpx.Response) -> Refused | Unreachable:
        problem = self._json(response)
        if not isinstance(problem, dict) or "code" not in problem:
            return Unreachable(f"{self._url} answers {response.status_code}, but not as an API.")
        return Refused(response.status_code, problem)

    def _json(self, response: httpx.Response) -> Any:
        try:
            return response.json()
        except ValueError:
            status = response.status_code
            detail = f"{self._url} answers {status}, but it is not Botloom's admin API."
            raise Unreachable(detail) from None
