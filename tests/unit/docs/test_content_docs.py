"""The examples in the documentation are what the services take."""

import re
from pathlib import Path

import msgspec
import pytest
from botloom_contracts.content import ContentOptions
from botloom_contracts.keyboard_rules import check_button
from botloom_contracts.keyboards import BUTTON_KINDS, ButtonEntry
from botloom_contracts.media import Media
from botloom_contracts.media_rules import check_media

PAGE = Path(__file__).parents[3] / "docs" / "constructor" / "content-and-keyboards.md"
TEXT = PAGE.read_text(encoding="utf-8")
MEDIA = re.findall(r'`(\{"type": .*?\})`', TEXT)
BUTTONS = re.findall(r"^\| `\w+` \| (\w+) \| `(\{\"label\".*?\})` \|", TEXT, re.MULTILINE)


@pytest.mark.parametrize("example", MEDIA)
def test_an_example_of_media_is_taken(example: str) -> None:
    assert check_media([msgspec.json.decode(example, type=Media)]) == []


@pytest.mark.parametrize(("keyboards", "example"), BUTTONS)
def test_an_example_of_a_button_is_taken_by_the_keyboards_it_is_said_to_be_for(
    keyboards: str, example: str
) -> None:
    button = msgspec.json.decode(example, type=ButtonEntry)
    assert check_button(button) == []
    taken = {kind for kind, held in BUTTON_KINDS.items() if button.kind in held}
    assert taken == ({"inline", "reply"} if keyboards == "both" else {keyboards})


def test_every_kind_has_an_example() -> None:
    shown = {msgspec.json.decode(example)["type"] for example in MEDIA}
    assert shown == {media.__struct_config__.tag for media in Media.__args__}
    held = {msgspec.json.decode(example).get("kind", "callback") for _, example in BUTTONS}
    assert held == set().union(*BUTTON_KINDS.values())


def test_the_example_of_options_is_read() -> None:
    (example,) = re.findall(r'```json\n(\{\n  "protect".*?)```', TEXT, re.DOTALL)
    assert msgspec.json.decode(example, type=ContentOptions).link_preview.large
