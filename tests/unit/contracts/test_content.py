from dataclasses import dataclass

import pytest
from botloom_contracts.content import Content, check_content
from botloom_contracts.markup import parse_html
from botloom_contracts.placeholders import Template
from hypothesis import given
from hypothesis import strategies as st


@dataclass(frozen=True)
class Person:
    id: int = 7_000_000_001
    first_name: str = "Анна"
    last_name: str | None = None
    username: str | None = "anna"


@pytest.mark.parametrize(
    ("content", "field", "rule"),
    [
        (Content(message="<b>open"), "message", "markup"),
        (Content(message="<b>   </b>"), "message", "required"),
        (Content(message="x" * 4097), "message", "length"),
        (Content(message="x" * 1025, photo_url="https://a.b/c.png"), "message", "length"),
        (Content(photo_url="ftp://a.b/c.png"), "photo_url", "url"),
        (Content(photo_url="cat.png"), "photo_url", "url"),
    ],
)
def test_content_that_breaks_a_rule_names_the_field(
    content: Content, field: str, rule: str
) -> None:
    (problem,) = check_content(content)
    assert (problem.field, problem.rule) == (field, rule)


@pytest.mark.parametrize(
    "content",
    [
        Content(message="Hello, <b>{first_name}</b> &amp; co"),
        Content(message="<b>open", parse_mode=None),
        Content(message="<b>" + "x" * 4096 + "</b>"),
        Content(photo_url="AgACAgIAAxkBAAIBQ2Y0123456789"),
        Content(photo_url="http://127.0.0.1:8090/static/photos/coffee.jpg"),
    ],
)
def test_content_within_the_rules_is_taken(content: Content) -> None:
    assert check_content(content) == []


def test_placeholders_are_filled_in() -> None:
    template = Template("{first_name} {last_name}|{username}|{user_id}|{other}|{}", None)
    assert template.render(Person()) == "Анна |anna|7000000001|{other}|{}"


@given(st.text(), st.text() | st.none())
def test_no_value_changes_the_structure_of_the_markup(first: str, last: str | None) -> None:
    person = Person(first_name=first, last_name=last)
    rendered = Template("|<b>{first_name}</b> <i>{last_name}</i>|", "HTML").render(person)
    plain = Template("|<b>x</b> <i>x</i>|", "HTML").render(person)
    kinds = [entity.type for entity in parse_html(rendered).entities]
    expected = [entity.type for entity in parse_html(plain).entities]
    assert set(kinds) <= set(expected)
