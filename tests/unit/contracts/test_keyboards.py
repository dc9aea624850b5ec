import msgspec
import pytest
from botloom_contracts.keyboards import (
    ButtonEntry,
    KeyboardEntry,
    KeyboardOptions,
    page_count,
    page_data,
    read_page_data,
    reply_markup,
)


def test_an_inline_keyboard_is_what_telegram_expects() -> None:
    layout = (
        (ButtonEntry("Цены", data="prices"), ButtonEntry("Site", kind="url", url="https://a.b")),
    )
    assert reply_markup(KeyboardEntry(layout), 1) == {
        "inline_keyboard": [
            [
                {"text": "Цены", "callback_data": "prices"},
                {"text": "Site", "url": "https://a.b"},
            ]
        ]
    }


def test_a_reply_keyboard_is_what_telegram_expects() -> None:
    keyboard = KeyboardEntry(
        ((ButtonEntry("Да", kind="text"),), (ButtonEntry("Нет", kind="text"),)),
        kind="reply",
        options=KeyboardOptions(one_time=True, placeholder="Ответ"),
    )
    assert reply_markup(keyboard, 1) == {
        "keyboard": [[{"text": "Да"}], [{"text": "Нет"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "input_field_placeholder": "Ответ",
    }


@pytest.mark.parametrize(
    ("button", "press"),
    [
        (ButtonEntry("x", kind="web_app", url="https://a.b"), {"web_app": {"url": "https://a.b"}}),
        (ButtonEntry("x", "SALE", "copy_text"), {"copy_text": {"text": "SALE"}}),
        (ButtonEntry("x", "cats", "switch_inline"), {"switch_inline_query": "cats"}),
        (ButtonEntry("x", None, "switch_inline"), {"switch_inline_query": ""}),
        (
            ButtonEntry("x", "", "switch_inline_current"),
            {"switch_inline_query_current_chat": ""},
        ),
        (ButtonEntry("x", kind="request_contact"), {"request_contact": True}),
        (ButtonEntry("x", kind="request_location"), {"request_location": True}),
        (ButtonEntry("x", kind="request_poll"), {"request_poll": {}}),
        (ButtonEntry("x", "quiz", "request_poll"), {"request_poll": {"type": "quiz"}}),
        (
            ButtonEntry("x", kind="text", style="danger", icon="5368324170671202286"),
            {"style": "danger", "icon_custom_emoji_id": "5368324170671202286"},
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, ButtonEntry) else "",
)
def test_a_button_of_any_kind_is_what_telegram_expects(
    button: ButtonEntry, press: dict[str, object]
) -> None:
    assert reply_markup(KeyboardEntry(((button,),)), 1) == {
        "inline_keyboard": [[{"text": "x", **press}]]
    }


def test_the_rarer_options_of_a_reply_keyboard_are_sent_where_they_are_set() -> None:
    options = KeyboardOptions(resize=False, persistent=True, selective=True)
    markup = reply_markup(KeyboardEntry((), "reply", options), 1)
    assert markup == {
        "keyboard": [],
        "resize_keyboard": False,
        "one_time_keyboard": False,
        "is_persistent": True,
        "selective": True,
    }


def test_a_keyboard_of_the_kind_remove_takes_the_persons_keyboard_away() -> None:
    assert reply_markup(KeyboardEntry((), "remove"), 1) == {"remove_keyboard": True}


def _five_rows(page_rows: int) -> KeyboardEntry:
    rows = tuple((ButtonEntry(str(number), str(number)),) for number in range(5))
    return KeyboardEntry(rows, options=KeyboardOptions(page_rows=page_rows))


def _shown(keyboard: KeyboardEntry, page: int) -> list[str]:
    """Each row as its labels and callback data."""
    rows = reply_markup(keyboard, 7, page)["inline_keyboard"]
    return [" ".join(f"{b['text']}={b['callback_data']}" for b in row) for row in rows]


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        (0, ["0=0", "1=1", "1/3=page:7:0 ›=page:7:1"]),
        (1, ["2=2", "3=3", "‹=page:7:0 2/3=page:7:1 ›=page:7:2"]),
        (2, ["4=4", "‹=page:7:1 3/3=page:7:2"]),
        (9, ["4=4", "‹=page:7:1 3/3=page:7:2"]),
    ],
)
def test_a_page_shows_its_rows_and_the_way_to_the_others(page: int, rows: list[str]) -> None:
    assert _shown(_five_rows(2), page) == rows
    assert page_count(_five_rows(2)) == 3


@pytest.mark.parametrize("page_rows", [5, 6])
def test_a_keyboard_that_fits_on_one_page_has_no_navigation(page_rows: int) -> None:
    assert page_count(_five_rows(page_rows)) == 1
    assert len(_shown(_five_rows(page_rows), 0)) == 5


def test_page_data_are_read_as_they_were_written() -> None:
    assert read_page_data(page_data(2**63 - 1, 999)) == (2**63 - 1, 999)
    assert len(page_data(2**63 - 1, 999)) <= 64


@pytest.mark.parametrize(
    "data", ["", "page", "page:", "page:1", "page:0:1", "page:x:1", "page:1:1 ", "page:1:12345"]
)
def test_other_data_are_no_page(data: str) -> None:
    assert read_page_data(data) is None


def test_a_keyboard_of_the_version_before_is_read() -> None:
    before = b'{"layout":[[{"label":"x","data":"y"}]],"kind":"inline","options":{}}'
    read = msgspec.json.decode(before, type=KeyboardEntry)
    assert read == KeyboardEntry(((ButtonEntry("x", "y"),),))
