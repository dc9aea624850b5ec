"""Many cases in one test, where starting what they are sent to takes longer than sending them."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from inspect import Signature, signature
from typing import Any

Test = Callable[..., Awaitable[None]]


def each(names: str | Sequence[str], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, for cases that leave nothing behind: all are tried, and those
    that fail are named together."""
    together = (names,) if isinstance(names, str) else tuple(names)
    tried = [(case,) if isinstance(names, str) else tuple(case) for case in cases]

    def of_all(test: Test) -> Test:
        async def try_all(**fixtures: Any) -> None:
            failed = []
            for case in tried:
                given = dict(zip(together, case, strict=True))
                try:
                    await test(**fixtures, **given)
                except AssertionError as error:
                    failed.append(f"{given}: {error}"[:1000])
            assert not failed, "\n".join(failed)

        fixtures = [one for one in signature(test).parameters.values() if one.name not in together]
        try_all.__name__, try_all.__doc__ = test.__name__, test.__doc__
        try_all.__module__ = test.__module__
        setattr(try_all, "__signature__", Signature(fixtures))  # noqa: B010 - unknown to mypy
        return try_all

    return of_all
