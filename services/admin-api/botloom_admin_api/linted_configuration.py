"""The whole configuration, as far as it is linted, read in one transaction."""

from typing import cast

from botloom_constructor.actions import decode_action
from botloom_constructor.lint import (
    Configuration,
    LintedButton,
    LintedCallback,
    LintedHandler,
    LintedKeyboard,
)
from botloom_contracts.database.models import Button, Callback, Handler, Keyboard
from botloom_contracts.keyboards import ButtonKind, KeyboardKind
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def read_configuration(session: AsyncSession) -> Configuration:
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    # Columns, not objects: of tens of thousands SQLAlchemy takes seconds to make objects.
    handlers = await session.execute(
        select(
            Handler.id,
            Handler.pattern,
            Handler.priority,
            Handler.enabled,
            Handler.action,
            Handler.message,
            Handler.keyboard_id,
        ).order_by(Handler.id)
    )
    callbacks = await session.execute(
        select(
            Callback.id,
            Callback.callback_data,
            Callback.enabled,
            Callback.action,
            Callback.handler_id,
        ).order_by(Callback.id)
    )
    buttons = await session.execute(
        select(Button.id, Button.label, Button.data, Button.kind, Button.url).order_by(Button.id)
    )
    keyboards = await session.execute(
        select(
            Keyboard.id, Keyboard.name, Keyboard.layout, Keyboard.kind, Keyboard.options
        ).order_by(Keyboard.id)
    )
    return Configuration(
        handlers=[
            LintedHandler(
                id=handler_id,
                pattern=pattern,
                priority=priority,
                enabled=enabled,
                action=decode_action(action),
                message=message,
                keyboard_id=keyboard_id,
            )
            for handler_id, pattern, priority, enabled, action, message, keyboard_id in handlers
        ],
        callbacks=[
            LintedCallback(
                id=callback_id,
                callback_data=data,
                enabled=enabled,
                action=decode_action(action),
                handler_id=handler_id,
            )
            for callback_id, data, enabled, action, handler_id in callbacks
        ],
        buttons=[
            LintedButton(
                button_id, label, data if kind == "callback" else None, cast(ButtonKind, kind), url
            )
            for button_id, label, data, kind, url in buttons
        ],
        keyboards=[
            LintedKeyboard(
                keyboard_id,
                name,
                frozenset(button for line in layout for button in line),
                cast(KeyboardKind, kind),
                bool(options.get("one_time")),
            )
            for keyboard_id, name, layout, kind, options in keyboards
        ],
    )
