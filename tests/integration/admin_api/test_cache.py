"""What admins change, as `config` brings it into the cache."""

import pytest
from botloom_contracts.cache import decode_callback, decode_handler, decode_keyboard
from botloom_contracts.content import ContentOptions
from botloom_contracts.keyboards import page_count, reply_markup
from botloom_contracts.media import Location, Photo
from support.eventually import eventually


@pytest.fixture
def cached(redis, config):
    """Reads a key's entry until it is as a condition wants it."""

    async def read(key, decode, wanted=lambda entry: True):
        value = await eventually(
            lambda: redis.get(key), lambda value: value is not None and wanted(decode(value))
        )
        return decode(value)

    return read


async def test_a_changed_button_changes_every_keyboard(api, cached):
    button = await api.create("buttons", label="Buy", data="buy", style="primary")
    other = await api.create("buttons", label="Code", kind="copy_text", data="SALE")
    layouts = [[[button["id"]]], [[other["id"], button["id"]]], [[other["id"]], [button["id"]]]]
    keyboards = [
        await api.create("keyboards", name=f"{index}", layout=layout, options={"page_rows": 1})
        for index, layout in enumerate(layouts)
    ]
    changed = {"label": "Order", "kind": "web_app", "data": None, "url": "https://a.b/shop"}
    await api.patch(f"/buttons/{button['id']}", **changed, style="success", icon="536832417067")

    for keyboard, layout in zip(keyboards, layouts, strict=True):
        entry = await cached(
            f"keyboard:{keyboard['id']}",
            decode_keyboard,
            lambda entry: entry.layout[-1][-1].label == "Order",
        )
        assert page_count(entry) == len(layout)
        rows = reply_markup(entry, keyboard["id"], len(layout) - 1)["inline_keyboard"]
        assert rows[0][-1] == {
            "text": "Order",
            "web_app": {"url": "https://a.b/shop"},
            "style": "success",
            "icon_custom_emoji_id": "536832417067",
        }


async def test_a_keyboard_of_the_kind_remove_comes_into_the_cache(api, cached):
    keyboard = await api.create("keyboards", name="none", kind="remove")
    entry = await cached(f"keyboard:{keyboard['id']}", decode_keyboard)
    assert reply_markup(entry, keyboard["id"]) == {"remove_keyboard": True}


async def test_media_and_options_come_into_the_handler_and_its_callbacks(api, cached):
    media = [{"type": "photo", "source": "https://a.b/c.jpg", "spoiler": True}]
    handler = await api.create("handlers", pattern="/start", media=media, options={"silent": True})
    await api.create("callbacks", callback_data="x", handler_id=handler["id"])
    for key, decode in (("handler:/start", decode_handler), ("callback:x", decode_callback)):
        entry = await cached(key, decode)
        assert entry.media == (Photo("https://a.b/c.jpg", spoiler=True),)
        assert entry.options == ContentOptions(silent=True)

    media = [{"type": "location", "latitude": 55.75, "longitude": 37.5}]
    await api.patch(f"/handlers/{handler['id']}", media=media, options={})
    for key, decode in (("handler:/start", decode_handler), ("callback:x", decode_callback)):
        entry = await cached(key, decode, lambda entry: entry.options == ContentOptions())
        assert entry.media == (Location(55.75, 37.5),)
