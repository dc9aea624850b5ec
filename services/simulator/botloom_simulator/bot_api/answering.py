"""answerCallbackQuery."""

from botloom_contracts.telegram import CALLBACK_ANSWER_MAX

from ..bots import Bot
from ..chats import CallbackAnswer
from ..errors import BadRequest
from ..world import World
from .parameters import Parameters


def answer_callback_query(world: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery

    Only the first answer reaches the person; a later one is taken and changes nothing.
    """
    query_id = parameters.text("callback_query_id")
    press = bot.pending_press(query_id, world.clock())
    if press is None:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    text = parameters.text("text")
    if len(text) > CALLBACK_ANSWER_MAX:
        raise BadRequest("MESSAGE_TOO_LONG")
    if press.answered:
        return True
    press.answered = True
    chat = bot.find_chat(str(press.chat_id))
    if chat is None:
        return True
    chat.add_callback_answer(
        CallbackAnswer(
            callback_query_id=query_id,
            text=text or None,
            show_alert=parameters.boolean("show_alert"),
            url=parameters.text("url") or None,
            date=world.now,
        )
    )
    return True
