import pytest
import yaml
from botloom_admin_api.as_code.yaml_reading import MalformedYaml, read_yaml
from botloom_admin_api.as_code.yaml_writing import write_yaml
from hypothesis import given, settings
from hypothesis import strategies as st

TRICKY = [
    "no", "on", "y", "~", "null", "1e5", "0o17", "0x1f", "1_000", "1:30", "08:00", "2026-01-01",
    ".inf", "=", "<<", "---", "...", "- a", "? a", "#a", "a #b", "a: b", "{a}", "[a]", "*a", "&a",
    "!a", "%a",
]  # fmt: skip
texts = st.one_of(
    st.text(max_size=20),
    st.text("ab :-#,{}[]?|>*&!%@`'\"\n\t 01x.eE_+~=<\x85\u2028\ufeff\x7f🛒я", max_size=12),
    st.sampled_from(TRICKY),
    st.text("x\u2028", min_size=200, max_size=300),
)
values = st.recursive(
    st.one_of(
        texts,
        st.integers(-(2**63), 2**63),
        st.booleans(),
        st.none(),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=10,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(texts, values, min_size=1, max_size=3))
def test_what_is_written_is_read_again(value):
    assert read_yaml(write_yaml(value)) == value


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(texts, st.dictionaries(texts, texts, max_size=3), min_size=1, max_size=3))
def test_texts_are_texts_to_readers_of_yaml_1_1_too(value):
    assert yaml.load(write_yaml(value), yaml.SafeLoader) == value


@pytest.mark.parametrize("text", ["no", "on", "y", "08:00", "1:30", "2026-01-31", "1_000", "0777x"])
def test_what_yaml_1_1_takes_for_something_else_stays_a_text(text):
    assert read_yaml(f"a: {text}\n{text}: b") == {"a": text, text: "b"}


def test_values_of_the_core_schema():
    text = "[true, False, ~, null, 12, -3, 0o17, 0x1F, 1.5, 1e3, '12', \"true\", !!str 12]"
    expected = [True, False, None, None, 12, -3, 15, 31, 1.5, 1000.0, "12", "true", "12"]
    assert read_yaml(text) == expected


def test_a_name_that_looks_like_a_number_is_a_text():
    assert read_yaml("12: a\ntrue: b") == {"12": "a", "true": "b"}


def test_anchors_can_be_used():
    assert read_yaml("a: &x {b: 1}\nc: *x") == {"a": {"b": 1}, "c": {"b": 1}}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3", "'a' is given twice, in line 3, column 1"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: !!set {b}", "tag"),
        ("a: *x", "no anchor &x"),
        ("a: &x [*x]", "no anchor &x"),
        ("a: 1\n---\nb: 2", "second document"),
        ("a: [1", "expected"),
        ("a: 1e999", "too large"),
        ("? [a]\n: b", "must be a text"),
        ("a: \x07", "character"),
        ("[" * 65 + "]" * 65, "more than 64 deep"),
    ],
)
def test_what_is_refused(text, problem):
    with pytest.raises(MalformedYaml, match=problem.replace("[", r"\[")):
        read_yaml(text)


def test_a_billion_laughs_are_refused():
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    with pytest.raises(MalformedYaml, match="values, with aliases written out"):
        read_yaml("\n".join(lines))


@pytest.mark.parametrize(
    "text", ["[" * 1_000_000, "a: " * 100_000, "- " * 100_000, "&a " * 100_000]
)
def test_what_lies_deep_is_refused_without_recursion(text):
    with pytest.raises(MalformedYaml):
        read_yaml(text)


def test_people_like_to_read_it():
    menu = [[{"label": "Цены", "data": "prices"}], [{"label": "🛒", "data": "order"}]]
    steps = [{"type": "show", "handler": "/hours"}, {"type": "reply"}]
    value = {
        "version": 1,
        "keyboards": {"menu": {"layout": menu}},
        "handlers": {"/start": {"message": "Hello!\n\n  Prices:", "keyboard": "menu"},
                     "*": {"action": steps}},
        "callbacks": {"yes": {"handler": "/start"}},
    }  # fmt: skip
    assert write_yaml(value) == (
        "version: 1\n"
        "keyboards:\n"
        "  menu:\n"
        "    layout:\n"
        "      - [{label: Цены, data: prices}]\n"
        '      - [{label: "🛒", data: order}]\n'
        "handlers:\n"
        "  /start:\n"
        "    message: |-\n"
        "      Hello!\n"
        "\n"
        "        Prices:\n"
        "    keyboard: menu\n"
        '  "*":\n'
        "    action: [{type: show, handler: /hours}, {type: reply}]\n"
        "callbacks:\n"
        '  "yes": {handler: /start}\n'
    )
