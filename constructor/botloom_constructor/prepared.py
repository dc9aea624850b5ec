"""Content, made ready so that sending it costs as little as can be."""

from typing import Any

from botloom_contracts.content import Content, ContentOptions
from botloom_contracts.media import (
    Animation,
    Audio,
    Contact,
    Document,
    Location,
    Media,
    Photo,
    Poll,
    Sticker,
    Video,
    VideoNote,
    Voice,
)
from botloom_contracts.placeholders import Template

_FILES: dict[type, tuple[str, str]] = {
    Photo: ("sendPhoto", "photo"),
    Video: ("sendVideo", "video"),
    Animation: ("sendAnimation", "animation"),
    Document: ("sendDocument", "document"),
    Audio: ("sendAudio", "audio"),
    Voice: ("sendVoice", "voice"),
    VideoNote: ("sendVideoNote", "video_note"),
    Sticker: ("sendSticker", "sticker"),
}
"""Method of the Bot API, and its parameter with the file."""

EDITABLE = (Photo, Video, Animation, Document, Audio)
"""What a message that is there already can be made to show."""


class PreparedContent:
    """The options are parameters of calls: those that send a text, edit one, send media, and what
    goes with a caption. All of it is made when it is first asked for: of tens of thousands of
    handlers most are seldom used, and a new configuration is to be ready soon."""

    __slots__ = (
        "_content", "caption_options", "edit_options", "is_caption", "keyboard_id", "media",
        "media_options", "text", "text_options",
    )  # fmt: skip

    def __init__(self, content: Content) -> None:
        self._content = content

    def __getattr__(self, name: str) -> Any:
        """Python comes here for what is not made yet."""
        if name not in self.__slots__:
            raise AttributeError(name)
        self._make(self._content)
        return object.__getattribute__(self, name)

    def _make(self, content: Content) -> None:
        self.text = Template(content.message or "", content.parse_mode)
        photo = () if content.photo_url is None else (Photo(content.photo_url),)
        self.media: tuple[Media, ...] = content.media or photo
        self.is_caption = content.message_is_caption
        self.keyboard_id = content.keyboard_id
        mode = {} if self.text.parse_mode is None else {"parse_mode": self.text.parse_mode}
        above = {"show_caption_above_media": True} if content.options.caption_above else {}
        self.caption_options: dict[str, Any] = {**mode, **above}
        self.media_options = _send_options(content.options)
        self.edit_options: dict[str, Any] = {**mode, **_link_preview(content.options)}
        self.text_options: dict[str, Any] = {**self.edit_options, **self.media_options}


def _send_options(options: ContentOptions) -> dict[str, Any]:
    chosen = {"protect_content": options.protect, "disable_notification": options.silent}
    return {name: True for name, is_set in chosen.items() if is_set}


def _link_preview(options: ContentOptions) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#linkpreviewoptions"""
    preview = options.link_preview
    chosen = {
        "is_disabled": preview.disabled,
        "url": preview.url,
        "prefer_small_media": preview.small,
        "prefer_large_media": preview.large,
        "show_above_text": preview.above,
    }
    fields = {name: value for name, value in chosen.items() if value}
    return {"link_preview_options": fields} if fields else {}


def media_call(media: Media) -> tuple[str, dict[str, Any]]:
    """The method that sends one of the media, and the parameters that say what."""
    match media:
        case Location(latitude, longitude, title, address):
            place = {"latitude": latitude, "longitude": longitude}
            if title is None or address is None:
                return "sendLocation", place
            return "sendVenue", {**place, "title": title, "address": address}
        case Contact(phone_number, first_name, last_name):
            person = {"phone_number": phone_number, "first_name": first_name}
            return "sendContact", person if last_name is None else {
                **person,
                "last_name": last_name,
            }
        case Poll():
            return "sendPoll", _poll(media)
        case _:
            method, name = _FILES[type(media)]
            return method, {name: media.source, **_spoiler(media)}


def input_media(media: Media) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#inputmedia"""
    kind = _FILES[type(media)][1]
    assert not isinstance(media, Location | Contact | Poll)  # noqa: S101 - these have no file
    return {"type": kind, "media": media.source, **_spoiler(media)}


def _spoiler(media: Media) -> dict[str, Any]:
    return {"has_spoiler": True} if getattr(media, "spoiler", False) else {}


def _poll(poll: Poll) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#sendpoll"""
    params: dict[str, Any] = {
        "question": poll.question,
        "options": [{"text": option} for option in poll.options],
        "is_anonymous": poll.anonymous,
    }
    if poll.multiple:
        params["allows_multiple_answers"] = True
    if poll.correct_option is not None:
        params |= {"type": "quiz", "correct_option_ids": [poll.correct_option]}
        if poll.explanation is not None:
            params["explanation"] = poll.explanation
    return params
