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
    return Configuration(
        handlers=[
            LintedHandler(
                id=row.id,
                pattern=row.pattern,
                priority=row.priority,
                enabled=row.enabled,
                action=decode_action(row.action),
                message=row.message,
                keyboard_id=row.keyboard_id,
            )
            for row in await session.scalars(select(Handler).order_by(Handler.id))
        ],
        callbacks=[
            LintedCallback(
                id=row.id,
                callback_data=row.callback_data,
                enabled=row.enabled,
                action=decode_action(row.action),
                handler_id=row.handler_id,
            )
            for row in await session.scalars(select(Callback).order_by(Callback.id))
        ],
        buttons=[
            LintedButton(
                row.id,
                row.label,
                row.data if row.kind == "callback" else None,
                cast(ButtonKind, row.kind),
                row.url,
            )
            for row in await session.scalars(select(Button).order_by(Button.id))
        ],
        keyboards=[
            LintedKeyboard(
                row.id,
                row.name,
                frozenset(button for line in row.layout for button in line),
                cast(KeyboardKind, row.kind),
            )
            for row in await session.scalars(select(Keyboard).order_by(Keyboard.id))
        ],
    )
