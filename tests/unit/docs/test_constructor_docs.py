"""What the pages of docs/constructor say is what the code does."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from botloom_admin_api.schemas.callbacks import CallbackFields
from botloom_admin_api.schemas.explain import ExplainRequest
from botloom_admin_api.schemas.handlers import HandlerFields
from botloom_constructor.actions import check_action, decode_action
from botloom_constructor.explanation import REASONS
from botloom_constructor.identity import Identity
from botloom_constructor.lint import Code
from botloom_constructor.run import Run
from botloom_constructor.snapshot import build_snapshot
from botloom_constructor.steps import AnyStep
from botloom_constructor.steps.conditions import Condition, Operator
from botloom_constructor.trigger import Trigger
from botloom_constructor.updates import Chat, Message, User
from botloom_contracts.content import check_content
from botloom_contracts.matching import Matcher, match_pattern
from botloom_contracts.patterns import (
    KINDS,
    OCCURRENCES,
    parse_callback_pattern,
    parse_pattern,
)
from botloom_contracts.placeholder_grammar import KNOWN_NAMES, MATCHED_NAMES
from botloom_contracts.placeholders import Template

DOCS = Path(__file__).parents[3] / "docs"
ENGLISH, RUSSIAN = DOCS / "constructor", DOCS / "ru" / "constructor"
PAGES = sorted(page.name for page in ENGLISH.glob("*.md"))


def page(name: str) -> str:
    return (ENGLISH / name).read_text(encoding="utf-8")


def blocks(text: str, language: str = "json") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def rows(text: str) -> list[list[str]]:
    """Of all tables, the cells without what escapes a bar."""
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line[:1] == "|"]
    return [[cell.strip().replace(r"\|", "|") for cell in row] for row in cells]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


ACTIONS = page("actions.md")
STEPS = [step for row in rows(ACTIONS) for step in code(row[1]) if step.startswith('{"type"')]
CONDITION_TYPES = {one.__struct_config__.tag for one in get_args(Condition)}


@pytest.mark.parametrize("example", blocks(ACTIONS))
def test_an_example_of_an_action_is_taken(example: str) -> None:
    assert check_action(decode_action(example)) == []


@pytest.mark.parametrize("example", STEPS)
def test_an_example_of_a_step_or_a_condition_is_taken(example: str) -> None:
    if msgspec.json.decode(example)["type"] in CONDITION_TYPES:
        when = '[{"type": "when", "conditions": [%s], "then": [{"type": "reply"}]}]'
        example = when % example
    else:
        example = f"[{example}]"
    assert check_action(decode_action(example)) == []


def test_every_step_condition_operator_and_field_stands_on_the_page() -> None:
    named = {one for row in rows(ACTIONS) for one in code(row[0])}
    steps = {step.__struct_config__.tag for step in get_args(AnyStep)}
    assert steps | CONDITION_TYPES | set(get_args(Operator)) <= named
    shown = {msgspec.json.decode(step)["type"] for step in STEPS}
    assert shown == steps - {"when", "ask", "request"} | CONDITION_TYPES
    examples = " ".join(blocks(ACTIONS))
    fields = {
        field
        for step in get_args(AnyStep)
        if step.__struct_config__.tag in ("when", "ask", "request")
        for field in step.__struct_encode_fields__
    }
    assert {field for field in fields if f'"{field}"' not in examples} == set()


@pytest.mark.parametrize("row", [row for row in rows(page("patterns.md")) if len(row) == 5][2:])
def test_a_pattern_takes_and_gives_what_its_row_says(row: list[str]) -> None:
    _, pattern_cell, taken, refused, given = row
    if pattern_cell.strip("-") in ("", "pattern"):
        return
    pattern = parse_pattern(*code(pattern_cell))
    names: set[str] = set()
    for text in code(taken):
        matched = match_pattern(pattern, text)
        assert matched is not None, text
        names |= set(matched)
    assert [text for text in code(refused) if match_pattern(pattern, text) is not None] == []
    if given:
        assert {f"{{{name}}}" for name in names} == set(code(given))


def test_the_list_of_patterns_is_in_the_order_in_which_they_win() -> None:
    (listed,) = blocks(page("patterns.md"), "text")
    patterns = listed.splitlines()
    for first in range(len(patterns)):
        matcher = Matcher((parse_pattern(p), 0, -n, p) for n, p in enumerate(patterns[first:]))
        match = matcher.match("order 66")
        assert match is not None
        assert match.target == patterns[first]


def test_every_kind_and_occurrence_stands_on_the_page() -> None:
    named = {one for row in rows(page("patterns.md")) if len(row) == 2 for one in code(row[1])}
    assert {f":{name}" for name in (*KINDS, *OCCURRENCES)} <= named


def test_every_placeholder_stands_on_the_page() -> None:
    named = {one for row in rows(page("placeholders.md")) for one in code(row[0])}
    assert {f"{{{name}}}" for name in KNOWN_NAMES - MATCHED_NAMES} <= named
    assert "{1}" in named


SHOWN = rows(page("placeholders.md").partition("| written |")[2])[1:]


@pytest.mark.parametrize("row", SHOWN)
def test_a_placeholder_shows_what_its_row_says(row: list[str]) -> None:
    anna, chat = User(7, "Anna", "Lee", language_code="en"), Chat(7)
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    trigger = Trigger(anna, chat, Message(1, chat, 0, anna, "order 66"))
    matched = {"1": "66", "order": "66"}
    run = Run(trigger, build_snapshot(1, {}), Identity("shop_bot", "Shop"), noon, matched)
    (written,), (shown,) = re.findall("^`(.*)`$", row[0]), re.findall("^`(.*)`$", row[1])
    assert Template(written, None).render(run) == shown


def test_the_examples_of_a_handler_and_a_callback_are_taken() -> None:
    first, second = blocks(page("README.md"))
    handler = msgspec.json.decode(first, type=HandlerFields)
    assert str(parse_pattern(handler.pattern)) == handler.pattern
    assert check_content(handler) == []
    callback = msgspec.json.decode(second, type=CallbackFields)
    assert not parse_callback_pattern(callback.callback_data).is_exact
    assert not isinstance(callback.action, msgspec.UnsetType)
    assert check_action(callback.action) == []


def test_every_field_reason_and_code_of_explain_and_lint_stands_on_the_page() -> None:
    text = page("explain-and-lint.md")
    named = {one for row in rows(text) for one in code(row[0])}
    assert set(ExplainRequest.__struct_fields__) | set(REASONS) | set(get_args(Code)) <= named
    first, unsaved = (msgspec.json.decode(one, type=ExplainRequest) for one in blocks(text))
    assert (first.text, len(unsaved.changes)) == ("/start promo", 3)


def skeleton(text: str) -> tuple[list[int], list[str], list[list[list[str]]]]:
    """What does not depend on the language: headings, blocks, and code in tables."""
    headings = [len(line) for line in re.findall(r"^#+(?= )", text, re.MULTILINE)]
    return (
        headings,
        re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL),
        [[sorted(code(cell)) for cell in row] for row in rows(text)],
    )


@pytest.mark.parametrize("name", PAGES)
def test_the_russian_page_says_the_same_and_each_links_to_the_other(name: str) -> None:
    english, russian = page(name), (RUSSIAN / name).read_text(encoding="utf-8")
    assert skeleton(russian) == skeleton(english)
    assert f"](../ru/constructor/{name})" in english
    assert f"](../../constructor/{name})" in russian


def test_there_is_no_russian_page_without_an_english_one() -> None:
    assert sorted(one.name for one in RUSSIAN.glob("*.md")) == PAGES


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
