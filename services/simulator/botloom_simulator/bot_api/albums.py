"""sendMediaGroup."""

import secrets

from ..bots import Bot
from ..errors import BadRequest
from ..world import World
from .input_media import InputMedia, input_media
from .outgoing import outgoing
from .parameters import Parameters

_MOST = 10


def send_media_group(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendmediagroup

    A single media is sent as a message of no album, as Telegram's servers do it. Either all
    messages are sent or none.
    """
    if not parameters.has("media"):
        raise BadRequest('parameter "media" is required')
    given = parameters.json("media", "can't parse media JSON object")
    if not isinstance(given, list):
        raise BadRequest("expected an Array of InputMedia")
    album = [input_media(bot, parameters, item, for_album=True) for item in given]
    out = outgoing(world, bot, parameters, with_markup=False)
    _must_go_together(album)
    contents = [media.content(world.files) for media in album]
    album_id = str(secrets.randbits(62)) if len(album) > 1 else None
    sent = [out.send(**content, media_group_id=album_id) for content in contents]
    return b"[%b]" % b",".join(sent)


def _must_go_together(album: list[InputMedia]) -> None:
    """`check_message_group_message_contents` of
    https://github.com/tdlib/td/blob/master/td/telegram/MessagesManager.cpp
    """
    if not album:
        raise BadRequest("there are no messages to send")
    if len(album) > _MOST:
        raise BadRequest("too many messages to send as an album")
    kinds = {media.kind.name for media in album}
    for alone in ("audio", "document"):
        if alone in kinds and len(kinds) > 1:
            raise BadRequest(f"{alone} can't be mixed with other media types")
    if len({media.caption_is_above for media in album}) > 1:
        raise BadRequest("parameter show_caption_above_media must be the same for all messages")
