"""Updates as Telegram sends them: https://core.telegram.org/bots/api#update"""

from typing import Any

Json = dict[str, Any]

PERSON_ID = 7_000_000_001
CHAT: Json = {"id": PERSON_ID, "type": "private", "first_name": "Anna"}
BOT: Json = {"id": 4242, "is_bot": True, "first_name": "Shop", "username": "shop_bot"}


def person(**fields: object) -> Json:
    known: Json = {
        "id": PERSON_ID,
        "is_bot": False,
        "first_name": "Anna",
        "last_name": "Petrova",
        "username": "anna",
        "language_code": "ru",
    }
    return {key: value for key, value in {**known, **fields}.items() if value is not None}


def message(update_id: int, text: str | None = None, **fields: object) -> Json:
    known: Json = {"message_id": 11, "date": 1_795_000_000, "chat": CHAT, "from": person()}
    if text is not None:
        known["text"] = text
    content = {key: value for key, value in {**known, **fields}.items() if value is not None}
    return {"update_id": update_id, "message": content}


def shown(**fields: object) -> Json:
    """A message of the bot, to press a button of."""
    known = {"message_id": 10, "date": 1_795_000_000, "chat": CHAT, "from": BOT, "text": "Menu"}
    return {**known, **fields}


def press(update_id: int, data: str | None, **fields: object) -> Json:
    known: Json = {
        "id": f"query-{update_id}",
        "from": person(),
        "message": shown(),
        "chat_instance": "1",
        "data": data,
    }
    query = {key: value for key, value in {**known, **fields}.items() if value is not None}
    return {"update_id": update_id, "callback_query": query}


def membership(update_id: int, was: str, now: str, chat: Json = CHAT) -> Json:
    def member(status: str) -> Json:
        known: Json = {"status": status, "user": BOT}
        return {**known, "until_date": 0} if status == "kicked" else known

    change = {
        "chat": chat,
        "from": person(),
        "date": 1_795_000_000,
        "old_chat_member": member(was),
        "new_chat_member": member(now),
    }
    return {"update_id": update_id, "my_chat_member": change}
