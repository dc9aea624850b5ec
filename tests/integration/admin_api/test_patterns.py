"""Patterns of handlers and of callbacks, as the API takes and refuses them."""

import pytest
from botloom_contracts.patterns import KINDS, OCCURRENCES
from support.each import each

TOAST = [{"type": "toast", "text": "hi"}]

PATTERNS = [
    "/start",
    "/start promo",
    "/start ref_*",
    "/start *_*_x",
    r"/start a\*b",
    "hello",
    "Hello,  World",
    r"\/start is how it begins",
    r"\:photo",
    r"\re:code",
    r"2 \* 2 = 4",
    "my name is *",
    "* please",
    "*order*",
    r"re:^\d+$",
    r"re:(?i)^order (?P<order>\d+)$",
    r"re:\p{Cyrillic}+",
    "*",
    *(f":{name}" for name in (*KINDS, *OCCURRENCES)),
]


async def test_patterns_of_every_kind_are_read_back_as_they_were_written(api):
    created = await api.create("handlers", pattern="/first", message="hi")
    for pattern in PATTERNS:
        changed = await api.patch(f"/handlers/{created['id']}", pattern=pattern)
        assert changed["pattern"] == pattern


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/start ref_*", "/START   ref_**"),
        ("My name is *", "my  NAME is *"),
        ("a**b", "A*b"),
        (r"re:^\d+$", r"  re:^\d+$"),
        ("**", "*"),
        (r"a\b", "ab"),
    ],
)
async def test_a_pattern_written_in_another_way_is_the_same(api, first, second):
    await api.create("handlers", pattern=first, message="hi")
    body = {"pattern": second, "message": "hi"}
    assert await api.refused(409, "POST", "/handlers", body) == [("pattern", "unique")]


@each(
    ("pattern", "rule", "said"),
    [
        ("", "required", "empty"),
        (" \u00a0\n", "required", "empty"),
        ("x" * 257, "length", "256"),
        ("\ufdfa" * 100, "length", "canonical"),
        ("a\u0007b", "characters", "control"),
        ("/", "command", "\\/"),
        ("/привет", "command", "a-z"),
        ("/" + "x" * 33, "command", "32"),
        ("/start@my_bot", "command", "a-z"),
        ("/start one two", "payload", "one word"),
        ("/start " + "x" * 65, "payload", "64"),
        (":selfie", "kind", ":photo"),
        ("ends with \\", "escape", "\\"),
        ("re:", "required", "re:"),
        ("re:(a", "regex", "RE2 says: missing )"),
        ("re:a**", "regex", "RE2 says: bad repetition operator"),
        (r"re:(a)\1", "regex", "RE2 says: invalid escape sequence"),
        ("re:(?=a)b", "regex", "RE2 says: invalid perl operator"),
        ("re:(?<!a)b", "regex", "RE2 says: invalid perl operator"),
        ("re:a{1001}", "regex", "RE2 says: invalid repetition size"),
        (r"re:(\p{L}{50}){9}", "regex", "RE2 says: pattern too large"),
        ("re:(?P<1 x>a)", "regex", "RE2 says: invalid named capture group"),
    ],
)
async def test_what_is_no_pattern_is_refused_with_the_rule(api, pattern, rule, said):
    body = {"pattern": pattern, "message": "hi"}
    (error,) = (await api.problem(422, "POST", "/handlers", body))["errors"]
    assert (error["field"], error["rule"]) == ("pattern", rule)
    assert said in error["detail"]


@pytest.mark.parametrize("data", ["item:7", "item:*", "*", "a:*:b:*", r"2\*2", "  ", "ж" * 32])
async def test_callback_data_is_exact_or_a_glob(api, data):
    created = await api.create("callbacks", callback_data=data, action=TOAST)
    assert created["callback_data"] == data
    body = {"callback_data": data.replace("*", "**", 1), "action": TOAST}
    if "\\" not in data:
        refused = await api.refused(409, "POST", "/callbacks", body)
        assert refused == [("callback_data", "unique")]


@pytest.mark.parametrize(
    ("data", "rule"),
    [("page:*", "reserved"), ("*" + "x" * 65, "bytes"), ("x\\", "escape"), ("x" * 129, "length")],
)
async def test_what_no_button_can_send_is_refused(api, data, rule):
    body = {"callback_data": data, "action": TOAST}
    assert await api.refused(422, "POST", "/callbacks", body) == [("callback_data", rule)]
