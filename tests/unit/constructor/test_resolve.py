from datetime import UTC, datetime

import msgspec
import pytest
from botloom_constructor.resolve import Resolved, Resolver, Skipped
from botloom_constructor.snapshot import Snapshot, build_snapshot
from botloom_constructor.updates import decode_update
from botloom_contracts.events import PAYLOAD_MAX, Interaction
from support.cache import callback, handler
from support.updates import CHAT, PERSON_ID, Json, membership, message, person, press

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
GROUP = {"id": -1_001_234_567_890, "type": "supergroup", "title": "Shop"}

RULES = (
    handler("/start", 1, message="Welcome")
    | handler("/start promo", 2, message="Promo")
    | handler("/help", 3, message="Help")
    | handler("Цены", 4, message="Prices")
    | callback("prices", 5, handler_id=4, message="Prices")
)
FALLBACK = handler("*", 9, message="What?")


def resolve(
    update: Json, values: dict[str, bytes] = RULES, code_handlers: bool = False
) -> Resolved | Skipped:
    resolver = Resolver("Shop_Bot", code_handlers)
    return resolver.resolve(decode_update(msgspec.json.encode(update)), snapshot(values), AT)


def snapshot(values: dict[str, bytes]) -> Snapshot:
    return build_snapshot(7, values)


def interaction(
    update: Json, values: dict[str, bytes] = RULES, code_handlers: bool = False
) -> Interaction:
    resolved = resolve(update, values, code_handlers)
    assert isinstance(resolved, Resolved)
    rule = resolved.rule
    assert resolved.interaction.handler_id == (rule.handler_id if rule else None)
    return resolved.interaction


@pytest.mark.parametrize(
    ("text", "event", "handler_id", "payload"),
    [
        ("/start", "start", 1, None),
        ("/start promo", "start", 2, "promo"),
        ("/start friend", "start", 1, "friend"),
        ("/START promo", "start", 2, "promo"),
        ("/start@shop_bot promo", "start", 2, "promo"),
        ("/start@SHOP_BOT", "start", 1, None),
        ("/help", "command", 3, None),
        ("/help me please", "command", 3, "me please"),
        ("/nothing", "unmatched", None, "/nothing"),
        ("Цены", "message", 4, None),
        ("  цЕНЫ\n", "message", 4, None),
        ("Погода", "unmatched", None, "Погода"),
    ],
)
def test_a_text_goes_to_its_handler(
    text: str, event: str, handler_id: int | None, payload: str | None
) -> None:
    found = interaction(message(1, text))
    assert (found.event, found.handler_id, found.payload) == (event, handler_id, payload)


def test_an_interaction_says_who_did_it_where_and_under_which_configuration() -> None:
    assert interaction(message(5, "/start")) == Interaction(
        update_id=5,
        event="start",
        user_id=PERSON_ID,
        chat_id=PERSON_ID,
        at=AT,
        handler_id=1,
        config_seq=7,
        first_name="Anna",
        last_name="Petrova",
        username="anna",
        language_code="ru",
    )


def test_a_person_without_a_name_has_none() -> None:
    nameless = {"id": 3, "is_bot": False, "first_name": ""}
    assert interaction(message(5, "/start", **{"from": nameless})).first_name is None


def test_a_message_in_a_group_is_answered_there() -> None:
    resolved = resolve(message(1, "/help", chat=GROUP))
    assert isinstance(resolved, Resolved)
    assert resolved.trigger.chat.id == resolved.interaction.chat_id == GROUP["id"]
    assert resolved.interaction.user_id == PERSON_ID


def test_a_command_to_another_bot_is_skipped() -> None:
    assert resolve(message(1, "/start@other_bot")) == Skipped("other_bot", "other_bot")


@pytest.mark.parametrize("text", ["/nothing", "/nothing at all", "Погода", None])
def test_the_fallback_takes_what_nothing_else_does_and_the_text_is_kept(text: str | None) -> None:
    found = interaction(message(1, text), RULES | FALLBACK)
    assert (found.event, found.handler_id, found.payload) == ("unmatched", 9, text)


def test_a_photo_is_unmatched_and_its_caption_is_no_command() -> None:
    found = interaction(message(1, photo=PHOTO, caption="/start"))
    assert (found.event, found.handler_id, found.payload) == ("unmatched", None, None)


@pytest.mark.parametrize(
    ("update", "event"),
    [
        (message(1, "/nothing now"), "command"),
        (message(1, "Погода"), "message"),
        (message(1, photo=PHOTO), "message"),
        (press(1, "gone"), "button_click"),
        (message(1, "/start x"), "start"),
    ],
)
def test_what_no_rule_takes_is_not_unmatched_where_code_handlers_get_it(
    update: Json, event: str
) -> None:
    without_start = {k: v for k, v in RULES.items() if not k.startswith("handler:/start")}
    found = interaction(update, without_start, code_handlers=True)
    assert (found.event, found.handler_id) == (event, None)


def test_a_command_for_code_keeps_its_argument() -> None:
    assert interaction(message(1, "/nothing now"), code_handlers=True).payload == "now"


def test_the_fallback_comes_before_code_handlers() -> None:
    found = interaction(message(1, "Погода"), RULES | FALLBACK, code_handlers=True)
    assert (found.event, found.handler_id) == ("unmatched", 9)


def test_a_message_without_a_sender_is_skipped() -> None:
    assert resolve(message(1, "/start", **{"from": None})) == Skipped("no_sender")


def test_a_press_goes_to_its_callback() -> None:
    resolved = resolve(press(1, "prices"))
    assert isinstance(resolved, Resolved)
    found, trigger = resolved.interaction, resolved.trigger
    assert (found.event, found.handler_id, found.callback_data) == ("button_click", 4, "prices")
    assert (trigger.query_id, trigger.chat.id) == ("query-1", PERSON_ID)
    assert trigger.pressed is not None
    assert trigger.pressed.message_id == 10


def test_a_press_of_a_button_that_is_gone_is_counted_as_stale() -> None:
    found = interaction(press(1, "gone"))
    assert (found.event, found.handler_id, found.callback_data) == ("stale_button", None, "gone")


def test_a_callback_that_takes_all_data_takes_no_press_that_turns_a_page() -> None:
    values = callback("*", 1) | callback("p*", 2)
    resolved = resolve(press(1, "page:3:2"), values)
    assert isinstance(resolved, Resolved)
    assert (resolved.rule, resolved.page) == (None, (3, 2))


def test_a_press_that_turns_a_page_is_no_stale_button() -> None:
    resolved = resolve(press(1, "page:3:2"))
    assert isinstance(resolved, Resolved)
    assert (resolved.interaction.event, resolved.page) == ("button_click", (3, 2))


def test_callback_data_is_compared_as_it_stands() -> None:
    assert interaction(press(1, "Prices")).event == "stale_button"


def test_a_press_on_a_message_of_inline_mode_is_answered_to_the_person() -> None:
    resolved = resolve(press(1, "prices", message=None))
    assert isinstance(resolved, Resolved)
    assert resolved.trigger.pressed is None
    assert resolved.trigger.chat.id == resolved.interaction.chat_id == PERSON_ID


def test_a_press_of_a_game_has_no_data() -> None:
    found = interaction(press(1, None, game_short_name="chess"))
    assert (found.event, found.callback_data) == ("stale_button", "")


@pytest.mark.parametrize(
    ("was", "now", "event"), [("member", "kicked", "blocked"), ("kicked", "member", "unblocked")]
)
def test_blocking_and_unblocking_are_interactions(was: str, now: str, event: str) -> None:
    found = interaction(membership(1, was, now), RULES | FALLBACK)
    assert (found.event, found.handler_id, found.user_id) == (event, None, PERSON_ID)


@pytest.mark.parametrize(
    "update",
    [
        membership(1, "left", "member", GROUP),
        membership(1, "member", "kicked", GROUP),
        membership(1, "member", "member", CHAT),
        membership(1, "member", "administrator", CHAT),
    ],
)
def test_other_changes_of_membership_are_skipped(update: Json) -> None:
    assert resolve(update) == Skipped("membership")


@pytest.mark.parametrize(
    "update", [{"update_id": 1}, {"update_id": 1, "poll": {"id": "1", "question": "?"}}]
)
def test_an_update_of_another_kind_is_skipped(update: Json) -> None:
    assert resolve(update) == Skipped("kind")


def test_a_long_payload_is_cut() -> None:
    found = interaction(message(1, "ы" * 4096))
    assert found.payload == "ы" * PAYLOAD_MAX


@pytest.mark.parametrize(
    ("update", "field"),
    [
        (message(1, "a\0b\0"), "payload"),
        (message(1, "/start a\0b"), "payload"),
        (press(1, "a\0b"), "callback_data"),
    ],
)
def test_no_text_has_a_nul_for_postgresql_has_none(update: Json, field: str) -> None:
    assert getattr(interaction(update), field) == "ab"


KINDS = {
    "photo": PHOTO,
    "video": {"file_id": "f"},
    "voice": {"file_id": "f"},
    "sticker": {"file_id": "f"},
    "location": {"latitude": 1.0, "longitude": 2.0},
    "contact": {"phone_number": "+79990000000", "first_name": "A"},
    "dice": {"emoji": "🎲", "value": 3},
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_content_goes_to_its_handler(kind: str) -> None:
    found = interaction(message(1, **{kind: KINDS[kind]}), handler(f":{kind}", 8) | FALLBACK)
    assert (found.event, found.handler_id) == ("message", 8)


def test_an_animation_is_no_document_and_a_venue_no_location() -> None:
    values = handler(":document", 1) | handler(":location", 2) | handler(":animation", 3)
    animation = message(1, animation={"file_id": "f"}, document={"file_id": "f"})
    assert interaction(animation, values).handler_id == 3
    venue = message(1, venue={"title": "t"}, location=KINDS["location"])
    assert interaction(venue, values).handler_id is None


def test_who_joins_and_leaves_a_group_is_the_person_of_the_interaction() -> None:
    values = handler(":new_member", 1) | handler(":left_member", 2)
    other = {"id": 5, "is_bot": False, "first_name": "Boris"}
    joined = interaction(message(1, new_chat_members=[other], chat=GROUP), values)
    left = interaction(message(2, left_chat_member=other, chat=GROUP), values)
    assert (joined.event, joined.handler_id, joined.user_id) == ("new_member", 1, 5)
    assert (left.event, left.handler_id, left.user_id) == ("left_member", 2, 5)


def test_a_join_request_is_answered_where_the_person_can_be_written_to() -> None:
    request = {"chat": GROUP, "from": person(), "user_chat_id": PERSON_ID, "date": 1}
    update = {"update_id": 1, "chat_join_request": request}
    resolved = resolve(update, handler(":join_request", 1))
    assert isinstance(resolved, Resolved)
    assert resolved.interaction.event == "join_request"
    assert (resolved.trigger.chat.id, resolved.trigger.joining) == (PERSON_ID, GROUP["id"])


def test_a_blocked_person_sets_a_handler_off() -> None:
    assert interaction(membership(1, "member", "kicked"), handler(":blocked", 4)).handler_id == 4


def test_a_stale_button_can_have_a_handler() -> None:
    found = interaction(press(1, "gone"), handler(":stale_button", 6))
    assert (found.event, found.handler_id) == ("stale_button", 6)
