"""Telegram fetches a file once, however often the bot sends it."""

from support.person import Person
from support.simulator import Simulator
from support.system import System

from .conftest import AddHandler


async def test_telegram_fetches_an_address_once_over_many_sends(
    system: System, simulator: Simulator, person: Person, add_handler: AddHandler
) -> None:
    urls = [f"https://example.org/{system.mode}-{number}.jpg" for number in range(3)]
    photo, *album = ({"type": "photo", "source": url} for url in urls)
    await add_handler("photo", media=[photo], message="One")
    await add_handler("album", media=album, message="Two")
    for count in range(1, 6):
        await person.says("photo")
        await person.answered(3 * count - 2)
        await person.says("album")
        await person.answered(3 * count)
    assert [await simulator.fetches(url) for url in urls] == [1, 1, 1]
    sent = await simulator.calls("sendPhoto", person.chat_id)
    expected = "webhook_response" if system.mode == "webhook" else "request"
    assert [call["via"] for call in sent] == ["request", *[expected] * 4]
