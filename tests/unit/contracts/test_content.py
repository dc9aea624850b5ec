import pytest
from botloom_contracts.content import Content, check_content


@pytest.mark.parametrize(
    ("content", "field", "rule"),
    [
        (Content(message="<b>open"), "message", "markup"),
        (Content(message="<b>   </b>"), "message", "required"),
        (Content(message="x" * 40_961), "message", "length"),
        (Content(message=("x" * 3000 + "\n") * 13), "message", "length"),
        (Content(message="<b></b>" * 50_000 + "x"), "message", "length"),
        (Content(message="*open", parse_mode="MarkdownV2"), "message", "markup"),
        (Content(message="1.", parse_mode="MarkdownV2"), "message", "markup"),
        (Content(message="{first_nam}"), "message", "placeholder"),
        (Content(message="{first_name@UTC}"), "message", "placeholder"),
        (Content(message="<b {text}>a</b>"), "message", "placeholder"),
        (Content(message='<a href="https://{text}/">a</a>'), "message", "placeholder"),
        (Content(message='<a href="https://a.b.{text}/">a</a>'), "message", "placeholder"),
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
        Content(message="я" * 40_960),
        Content(message="*Hello, {first_name|friend}*\\!", parse_mode="MarkdownV2"),
        Content(message='<a href="{var.link}">a</a> <a href="https://a.b/?c={1}">d</a>'),
        Content(message="{{anything}} { } {a: b} {time@Europe/Moscow}"),
        Content(photo_url="AgACAgIAAxkBAAIBQ2Y0123456789"),
        Content(photo_url="http://127.0.0.1:8090/static/photos/coffee.jpg"),
    ],
)
def test_content_within_the_rules_is_taken(content: Content) -> None:
    assert check_content(content) == []


def test_the_named_groups_of_a_pattern_are_placeholders() -> None:
    content = Content(message="You said {colour}")
    (problem,) = check_content(content)
    assert "{colour} is not known" in problem.detail
    assert check_content(content, ["colour"]) == []


def test_a_refusal_counts_bytes_of_the_text_as_it_is_written() -> None:
    content = Content(message="{full_name|друг} {{text}} <foo>")
    (problem,) = check_content(content)
    offset = len("{full_name|друг} {{text}} ".encode())
    assert problem.detail.endswith(f'Unsupported start tag "foo" at byte offset {offset}')


def test_a_refusal_names_the_placeholder_as_it_is_written() -> None:
    (problem,) = check_content(Content(message="<{text}>a</{text}>"))
    assert problem.detail.endswith('Unsupported start tag "{text}" at byte offset 0')
