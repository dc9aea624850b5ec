"""The competitor: a bot as one writes it by hand with aiogram, on a webhook, answering in the
response. Run as a process: `python -m load.handwritten_bot PORT SECRET`.
"""

import html
import sys

import uvloop
from aiogram import Bot, Dispatcher, Router
from aiogram.filters import CommandStart
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

TEXT = "Hello, <b>{first_name}</b>! 👋\nThis is the café “Loom”. What would you like to know?"
BUTTONS = [[("☕ Menu", "menu")], [("🕐 Hours", "hours"), ("📍 Find us", "about")]]

router = Router()


@router.message(CommandStart())
async def start(message: Message) -> SendMessage:
    assert message.from_user is not None
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
            for row in BUTTONS
        ]
    )
    text = TEXT.format(first_name=html.escape(message.from_user.first_name))
    return message.answer(text, parse_mode="HTML", reply_markup=keyboard)


async def make_app(secret: str) -> web.Application:
    bot = Bot("100000001:SIMULATED-BOT-TOKEN-NOT-SECRET")
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=secret)
    handler.register(app, path="/telegram")
    setup_application(app, dispatcher, bot=bot)
    return app


if __name__ == "__main__":
    uvloop.install()
    web.run_app(
        make_app(sys.argv[2]), host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None
    )
