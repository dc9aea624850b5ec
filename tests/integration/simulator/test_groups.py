"""Groups, supergroups and channels: what the bot sees of them and may do in them."""

import pytest
from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    WebAppInfo,
)

from .conftest import CHAT

ANN, BEN = CHAT + 1, CHAT + 2


class GroupPeople:
    """Acts in one group for its people."""

    def __init__(self, http, group: dict) -> None:
        self._http = http
        self.id = group["id"]
        self._address = f"/api/groups/{self.id}"

    async def do(self, method: str, path: str, body: object = None) -> dict:
        address = f"{self._address}/{path}".rstrip("/")
        async with self._http.request(method, address, json=body) as response:
            answer = await response.json()
            assert response.ok, answer
            return answer

    async def set_bot(self, status: str) -> dict:
        return await self.do("PUT", "bot", {"status": status, "by": ANN})

    async def join(self, user_id: int, status: str = "member") -> dict:
        return await self.do("PUT", f"members/{user_id}", {"status": status})


@pytest.fixture
def make(http, bot):
    async def make(**group: object) -> GroupPeople:
        body = {"title": "Ours", "members": [ANN]} | group
        async with http.post("/api/groups", json=body) as response:
            answer = await response.json()
            assert response.status == 201, answer
            return GroupPeople(http, answer)

    return make


async def refused(call) -> str:
    with pytest.raises(TelegramAPIError) as error:
        await call
    return error.value.message


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_the_bot_writes_by_id_and_by_name(bot, make, kind):
    group = await make(type=kind, username="our_place")
    sent = await bot.send_message(group.id, "Hello")
    again = await bot.send_photo("@Our_Place", "https://example.org/a.jpg")
    assert sent.chat.id == again.chat.id == group.id
    assert (sent.chat.type, sent.chat.title) == (kind, "Ours")
    assert (sent.from_user is None) == (kind == "channel")
    assert (await sent.edit_text("Bye")).text == "Bye"
    assert [m["message_id"] for m in (await group.do("GET", ""))["messages"]] == [
        sent.message_id,
        again.message_id,
    ]


async def test_what_members_write_reaches_the_bot(bot, make):
    group = await make()
    asked = await bot.send_message(group.id, "Well?")
    reply = {"text": "/yes", "reply_to_message_id": asked.message_id}
    await group.do("POST", f"members/{ANN}/messages", reply)
    await group.do("POST", f"members/{ANN}/messages", {"kind": "photo"})
    _, text, photo = await bot.get_updates()
    assert (text.message.from_user.id, text.message.chat.id) == (ANN, group.id)
    assert text.message.reply_to_message.text == "Well?"
    assert photo.message.content_type == "photo"


async def test_a_post_in_a_channel_has_no_author(bot, make):
    group = await make(type="channel")
    await group.do("POST", f"members/{ANN}/messages", {"text": "News"})
    post = (await bot.get_updates())[-1].channel_post
    assert (post.from_user, post.sender_chat.id, post.text) == (None, group.id, "News")


async def test_a_press_in_a_group_is_of_the_member_who_pressed(bot, make):
    group = await make()
    button = InlineKeyboardButton(text="Press", callback_data="one")
    menu = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await bot.send_message(group.id, "Menu", reply_markup=menu)
    press = {"message_id": sent.message_id, "callback_data": "one"}
    pressed = await group.do("POST", f"members/{ANN}/presses", press)
    query = (await bot.get_updates())[-1].callback_query
    assert (query.from_user.id, query.message.chat.id) == (ANN, group.id)
    assert await bot.answer_callback_query(pressed["callback_query_id"], "Ok")
    assert (await group.do("GET", ""))["callback_answers"][0]["text"] == "Ok"


async def test_who_joins_and_leaves_is_told(bot, make):
    group = await make(bot_status="member")
    await group.join(BEN)
    await group.do("DELETE", f"members/{BEN}")
    added, joined, left = await bot.get_updates()
    assert added.my_chat_member.new_chat_member.status == "member"
    assert [user.id for user in joined.message.new_chat_members] == [BEN]
    assert left.message.left_chat_member.id == BEN


async def test_an_administrator_is_told_of_members_of_a_channel(bot, make):
    group = await make(type="channel")
    await bot.get_updates(allowed_updates=["chat_member"])
    await group.join(BEN)
    change = (await bot.get_updates())[-1].chat_member
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "member")


async def test_the_bot_is_made_administrator_and_removed(bot, make):
    group = await make(bot_status="member")
    await group.set_bot("administrator")
    await group.set_bot("kicked")
    assert (await group.set_bot("kicked"))["update_id"] is None
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes] == [
        "member",
        "administrator",
        "kicked",
    ]
    assert changes[-1].from_user.id == ANN
    assert await refused(bot.send_message(group.id, "a")) == (
        "Forbidden: bot was kicked from the supergroup chat"
    )


@pytest.mark.parametrize(
    ("kind", "status", "reason"),
    [
        ("group", "left", "Forbidden: bot is not a member of the group chat"),
        ("supergroup", "left", "Forbidden: bot is not a member of the supergroup chat"),
        ("channel", "left", "Forbidden: bot is not a member of the channel chat"),
        ("channel", "kicked", "Forbidden: bot was kicked from the channel chat"),
        ("channel", "member", "Bad Request: need administrator rights in the channel chat"),
    ],
)
async def test_where_the_bot_has_no_place_it_can_not_write(bot, make, kind, status, reason):
    group = await make(type=kind, bot_status=status)
    assert reason in await refused(bot.send_message(group.id, "a"))


async def test_whether_somebody_reads_a_channel_is_told_to_its_administrator(bot, make, met):
    group = await make(type="channel", username="our_news")
    assert (await bot.get_chat_member("@our_news", ANN)).status == "member"
    assert (await bot.get_chat_member(group.id, CHAT)).status == "left"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "administrator"
    assert await bot.get_chat_member_count(group.id) == 2
    await group.join(ANN, "kicked")
    assert (await bot.get_chat_member(group.id, ANN)).status == "kicked"
    await group.join(ANN, "creator")
    assert (await bot.get_chat_member(group.id, ANN)).status == "creator"


async def test_who_may_not_see_members_is_refused(bot, make, met):
    group = await make(type="channel", username="our_news", bot_status="left")
    assert "Bad Request: member list is inaccessible" in await refused(
        bot.get_chat_member("@our_news", ANN)
    )
    assert "Bad Request: chat not found" in await refused(bot.get_chat_member("@theirs", ANN))
    await group.set_bot("administrator")
    assert "Bad Request: user not found" in await refused(bot.get_chat_member(group.id, 77))
    assert "Bad Request: invalid user_id specified" in await refused(
        bot.get_chat_member(group.id, 0)
    )


async def test_a_chat_is_described(bot, make, met):
    group = await make(username="our_place")
    described = await bot.get_chat(group.id)
    assert (described.type, described.title, described.username) == (
        "supergroup", "Ours", "our_place",
    )  # fmt: skip
    assert (await bot.get_chat(CHAT)).type == "private"
    assert "Bad Request: chat not found" in await refused(bot.get_chat(-5))


async def test_a_join_request_is_approved(bot, make):
    group = await make()
    await group.do("PUT", f"join_requests/{BEN}")
    request = (await bot.get_updates())[-1].chat_join_request
    assert (request.from_user.id, request.chat.id) == (BEN, group.id)
    assert (await bot.send_message(request.user_chat_id, "Why?")).chat.id == BEN
    assert await bot.approve_chat_join_request(group.id, BEN)
    assert (await bot.get_chat_member(group.id, BEN)).status == "member"
    assert "USER_ALREADY_PARTICIPANT" in await refused(bot.approve_chat_join_request(group.id, BEN))


async def test_a_join_request_is_declined(bot, make):
    group = await make()
    await group.do("PUT", f"join_requests/{BEN}")
    assert await bot.decline_chat_join_request(group.id, BEN)
    assert (await bot.get_chat_member(group.id, BEN)).status == "left"
    assert "HIDE_REQUESTER_MISSING" in await refused(bot.decline_chat_join_request(group.id, BEN))
    await group.set_bot("member")
    assert "not enough rights" in await refused(bot.approve_chat_join_request(group.id, BEN))


async def test_a_member_who_never_wrote_to_the_bot_is_not_written_to(bot, make):
    await make()
    assert await refused(bot.send_message(ANN, "a")) == (
        "Forbidden: bot can't initiate conversation with a user"
    )


async def test_buttons_of_private_chats_are_refused_in_a_group(bot, make):
    group, channel = await make(), await make(type="channel")
    contact = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="a", request_contact=True)]])
    app = InlineKeyboardButton(text="a", web_app=WebAppInfo(url="https://example.org"))
    switch = InlineKeyboardButton(text="a", switch_inline_query="")
    for chat, keyboard, reason in [
        (group, contact, "phone number can be requested in private chats only"),
        (group, InlineKeyboardMarkup(inline_keyboard=[[app]]), "BUTTON_TYPE_INVALID"),
        (channel, contact, "inline keyboard expected"),
        (
            channel,
            InlineKeyboardMarkup(inline_keyboard=[[switch]]),
            "can't use switch_inline_query",
        ),
    ]:
        assert reason in await refused(bot.send_message(chat.id, "a", reply_markup=keyboard))


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "field"),
    [
        ("POST", "", {"title": ""}, 422, "title"),
        ("POST", "", {"title": "a", "type": "club"}, 422, "type"),
        ("POST", "", {"title": "a", "id": 5}, 422, "id"),
        ("GET", "/-1", None, 404, "group_id"),
        ("GET", "/1", None, 422, "group_id"),
    ],
)
async def test_a_bad_request_about_groups_is_refused(bot, http, method, path, body, status, field):
    async with http.request(method, f"/api/groups{path}", json=body) as response:
        assert response.status == status
        assert (await response.json())["errors"][0]["field"] == field
