"""Who uses an object of the configuration, and by which field."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping

from botloom_constructor.actions import decode_action, shown_handlers
from botloom_contracts.database.models import Button, Callback, Handler, Keyboard
from botloom_contracts.events import Entity
from botloom_contracts.matching import CallbackMatcher
from botloom_contracts.patterns import CallbackPattern, parse_callback_pattern
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from .repository import Row, holds_button, shows_handler
from .schemas.uses import ObjectUse, ObjectUses

USES_MAX = 200


class Users:
    """Reads in the transaction of `session`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, entity: Entity, row: Row) -> ObjectUses:
        """`row` is the object's."""
        readers: dict[Entity, Callable[[Row], AsyncIterator[ObjectUse]]] = {
            "button": self._of_button,
            "keyboard": self._of_keyboard,
            "handler": self._of_handler,
            "callback": self._of_callback,
        }
        found = [use async for use in readers[entity](row)]
        return ObjectUses(items=found[:USES_MAX], more=max(0, len(found) - USES_MAX))

    async def _of_button(self, row: Row) -> AsyncIterator[ObjectUse]:
        """The callback that takes its data, and the keyboards that hold it."""
        if row["kind"] == "callback":
            taking = await self._callbacks_that_take([row["data"]])
            for one, name in taking.values():
                yield ObjectUse(entity="callback", id=one, name=name, field="callback_data")
        keyboards = select(Keyboard.id, Keyboard.name).where(holds_button(row["id"]))
        for one, name in await self._session.execute(keyboards.order_by(Keyboard.id)):
            yield ObjectUse(entity="keyboard", id=one, name=name, field="layout")

    async def _of_keyboard(self, row: Row) -> AsyncIterator[ObjectUse]:
        """The handlers that show it with their content."""
        handlers = select(Handler.id, Handler.pattern).where(Handler.keyboard_id == row["id"])
        for one, pattern in await self._session.execute(handlers.order_by(Handler.id)):
            yield ObjectUse(entity="handler", id=one, name=pattern, field="keyboard_id")

    async def _of_handler(self, row: Row) -> AsyncIterator[ObjectUse]:
        """The callbacks that show its content, and the steps that show it."""
        handler_id = row["id"]
        callbacks = select(
            Callback.id, Callback.callback_data, Callback.action, Callback.handler_id
        )
        callbacks = callbacks.where(
            or_(Callback.handler_id == handler_id, shows_handler(Callback.action, handler_id))
        )
        for one, data, action, shown in await self._session.execute(
            callbacks.order_by(Callback.id)
        ):
            if shown == handler_id:
                yield ObjectUse(entity="callback", id=one, name=data, field="handler_id")
            for field in _steps_that_show(action, handler_id):
                yield ObjectUse(entity="callback", id=one, name=data, field=field)
        handlers = select(Handler.id, Handler.pattern, Handler.action).where(
            shows_handler(Handler.action, handler_id)
        )
        for one, pattern, action in await self._session.execute(handlers.order_by(Handler.id)):
            for field in _steps_that_show(action, handler_id):
                yield ObjectUse(entity="handler", id=one, name=pattern, field=field)

    async def _of_callback(self, row: Row) -> AsyncIterator[ObjectUse]:
        """The buttons whose press it takes."""
        if not row["enabled"]:
            return
        pattern = parse_callback_pattern(row["callback_data"])
        buttons = select(Button.id, Button.label, Button.data).where(Button.kind == "callback")
        if pattern.is_exact:
            buttons = buttons.where(Button.data == pattern.parts[0])
        else:
            first, last = pattern.parts[0], pattern.parts[-1]
            buttons = buttons.where(
                Button.data.startswith(first, autoescape=True),
                Button.data.endswith(last, autoescape=True),
            )
        sending = {
            one: (label, data or "")
            for one, label, data in await self._session.execute(buttons.order_by(Button.id))
        }
        taking = await self._callbacks_that_take({data for _, data in sending.values()})
        for one, (label, data) in sending.items():
            if data in taking and taking[data][0] == row["id"]:
                yield ObjectUse(entity="button", id=one, name=label, field="data")

    async def _callbacks_that_take(self, data: Collection[str]) -> Mapping[str, tuple[int, str]]:
        """By callback data: the id of the callback that wins the press, and its own data."""
        exact = [str(CallbackPattern((one,))) for one in data]
        candidates = select(Callback.id, Callback.callback_data).where(
            Callback.enabled,
            or_(Callback.callback_data == func.any(exact), Callback.callback_data.contains("*")),
        )
        matcher: CallbackMatcher[tuple[int, str]] = CallbackMatcher(
            (parse_callback_pattern(written), one, (one, written))
            for one, written in await self._session.execute(candidates)
        )
        found = {one: matcher.match(one) for one in data}
        return {one: match.target for one, match in found.items() if match is not None}


def _steps_that_show(action: str, handler_id: int) -> list[str]:
    """What the database finds may be in a request's body, which only looks like a step."""
    shown = shown_handlers(decode_action(action))
    return [field for field, one in shown if one == handler_id]
