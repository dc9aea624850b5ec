import msgspec
import pytest
from botloom_contracts.content import Content, ContentOptions, LinkPreview, check_content
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

URL = "https://a.b/file"
FILE_ID = "AgACAgIAAxkBAAIBQ2Y0123456789"
PHOTO, VIDEO, DOCUMENT, AUDIO = Photo(URL), Video(URL), Document(URL), Audio(URL)
QUIZ = Poll("2 + 2?", ("3", "4"), correct_option=1)
CAPTIONLESS = [VideoNote(FILE_ID), Sticker(URL), Location(0, 0), Contact("112", "x"), QUIZ]


def refusals(content: Content) -> list[tuple[str, str]]:
    return [(problem.field, problem.rule) for problem in check_content(content)]


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ('{"type":"photo","source":"x","spoiler":true}', Photo("x", spoiler=True)),
        ('{"type":"video","source":"x"}', Video("x")),
        ('{"type":"animation","source":"x"}', Animation("x")),
        ('{"type":"document","source":"x"}', Document("x")),
        ('{"type":"audio","source":"x"}', Audio("x")),
        ('{"type":"voice","source":"x"}', Voice("x")),
        ('{"type":"video_note","source":"x"}', VideoNote("x")),
        ('{"type":"sticker","source":"x"}', Sticker("x")),
        ('{"type":"location","latitude":1.5,"longitude":-2.0}', Location(1.5, -2.0)),
        ('{"type":"contact","phone_number":"+7","first_name":"x"}', Contact("+7", "x")),
        ('{"type":"poll","question":"x","options":["a"]}', Poll("x", ("a",))),
    ],
    ids=lambda value: "" if isinstance(value, str) else type(value).__name__,
)
def test_media_are_json_with_the_type_of_each(text: str, media: Media) -> None:
    assert msgspec.json.decode(text, type=Media) == media
    assert msgspec.json.encode(media).decode() == text


@pytest.mark.parametrize(
    "text",
    [
        '{"type":"hologram"}',
        '{"type":"photo"}',
        '{"type":"audio","source":"x","spoiler":true}',
        '{"type":"location","latitude":"1","longitude":2}',
    ],
)
def test_what_is_no_media_is_refused(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Media)


@pytest.mark.parametrize(
    ("media", "field", "rule"),
    [
        (Photo("cat.png"), "source", "url"),
        (Video("ftp://a.b/c"), "source", "url"),
        (Document("https://a.b/" + "c" * 2048), "source", "url"),
        (VideoNote(URL), "source", "file_id"),
        (Location(90.1, 0), "latitude", "range"),
        (Location(float("inf"), 0), "latitude", "range"),
        (Location(0, -180.1), "longitude", "range"),
        (Location(0, 0, title="x"), "address", "required"),
        (Location(0, 0, address="x"), "title", "required"),
        (Location(0, 0, title="x" * 257, address="x"), "title", "length"),
        (Contact("seven", "x"), "phone_number", "phone_number"),
        (Contact("7+", "x"), "phone_number", "phone_number"),
        (Contact("1" * 16, "x"), "phone_number", "phone_number"),
        (Contact("112", ""), "first_name", "length"),
        (Contact("112", " "), "first_name", "required"),
        (Contact("112", "x" * 65), "first_name", "length"),
        (Contact("112", "x", "x" * 65), "last_name", "length"),
        (Poll("", ("a",)), "question", "length"),
        (Poll("x" * 301, ("a",)), "question", "length"),
        (Poll("x", ()), "options", "length"),
        (Poll("x", ("a",) * 13), "options", "length"),
        (Poll("x", ("a", "")), "options[1]", "length"),
        (Poll("x", ("a" * 101,)), "options[0]", "length"),
        (Poll("x", ("a", "b"), correct_option=2), "correct_option", "range"),
        (Poll("x", ("a", "b"), correct_option=-1), "correct_option", "range"),
        (Poll("x", ("a", "b"), multiple=True, correct_option=0), "multiple", "exclusive"),
        (Poll("x", ("a", "b"), explanation="x"), "explanation", "unused"),
        (Poll("x", ("a",), correct_option=0, explanation="x" * 201), "explanation", "length"),
        (
            Poll("x", ("a",), correct_option=0, explanation="1\n2\n3\n4"),
            "explanation",
            "line_feeds",
        ),
    ],
)
def test_media_that_break_a_rule_name_the_place(media: Media, field: str, rule: str) -> None:
    assert refusals(Content(media=(media,))) == [(f"media[0].{field}", rule)]


@pytest.mark.parametrize(
    "media",
    [
        Photo(URL, spoiler=True),
        Animation(FILE_ID),
        Voice(URL),
        *CAPTIONLESS,
        Location(-90, 180, "Red Square", "Moscow"),
        Contact("+12025550123", "x" * 64, "x" * 64),
        Poll("x" * 300, ("a" * 100,) * 12, anonymous=False, multiple=True),
        Poll("x", ("a", "b"), correct_option=0, explanation="1\n2\n" + "x" * 196),
    ],
    ids=lambda value: type(value).__name__,
)
def test_media_within_the_rules_are_taken_with_a_message_and_a_keyboard(media: Media) -> None:
    assert refusals(Content(media=(media,))) == []
    assert refusals(Content(media=(media,), message="x", keyboard_id=1)) == []


@pytest.mark.parametrize(
    "album",
    [(PHOTO, VIDEO) * 5, (DOCUMENT,) * 2, (AUDIO,) * 10],
    ids=["visual", "documents", "audio"],
)
def test_an_album_is_of_kinds_that_go_together(album: tuple[Media, ...]) -> None:
    assert refusals(Content(media=album, message="x")) == []


@pytest.mark.parametrize(
    ("album", "field", "rule"),
    [
        ((PHOTO,) * 11, "media", "length"),
        ((PHOTO, PHOTO, DOCUMENT), "media[2]", "album"),
        ((DOCUMENT, AUDIO), "media[1]", "album"),
        *(((PHOTO, alone), "media[1]", "alone") for alone in [*CAPTIONLESS, Voice(URL)]),
        ((Animation(URL), PHOTO), "media[0]", "alone"),
    ],
)
def test_an_album_that_breaks_a_rule_names_the_place(
    album: tuple[Media, ...], field: str, rule: str
) -> None:
    assert refusals(Content(media=album)) == [(field, rule)]


def test_an_album_with_a_keyboard_needs_a_message_to_put_it_under() -> None:
    album = Content(media=(PHOTO, PHOTO), keyboard_id=1)
    assert refusals(album) == [("message", "album_keyboard")]


def test_a_photo_stands_in_one_place_only() -> None:
    both = Content(photo_url=URL, media=(PHOTO,))
    assert refusals(both) == [("photo_url", "exclusive")]


LONG = "x" * 1025


@pytest.mark.parametrize(
    "content",
    [
        Content(message=LONG, photo_url=URL),
        Content(message=LONG, media=(VIDEO,)),
        Content(message=LONG, media=(DOCUMENT,), keyboard_id=1),
        Content(message=LONG, media=(PHOTO, VIDEO)),
    ],
)
def test_a_caption_is_shorter_than_a_text(content: Content) -> None:
    assert content.message_is_caption
    assert refusals(content) == [("message", "length")]


@pytest.mark.parametrize(
    "content",
    [
        Content(message=LONG),
        *(Content(message=LONG, media=(media,)) for media in CAPTIONLESS),
        Content(message=LONG, media=(PHOTO, VIDEO), keyboard_id=1),
    ],
)
def test_a_message_of_its_own_may_be_longer_than_a_caption(content: Content) -> None:
    assert not content.message_is_caption
    assert refusals(content) == []


@pytest.mark.parametrize(
    ("preview", "field", "rule"),
    [
        (LinkPreview(url="tg://resolve"), "options.link_preview.url", "url"),
        (LinkPreview(small=True, large=True), "options.link_preview.large", "exclusive"),
    ],
)
def test_a_link_preview_that_breaks_a_rule_names_the_field(
    preview: LinkPreview, field: str, rule: str
) -> None:
    options = ContentOptions(link_preview=preview)
    assert refusals(Content(message="x", options=options)) == [(field, rule)]


def test_content_of_the_version_before_has_no_media_and_no_options() -> None:
    read = msgspec.json.decode(b'{"message":"x"}', type=Content)
    assert read == Content(message="x", media=(), options=ContentOptions())
    assert Content(media=(PHOTO,)).is_empty is False
