"""What an account and its password must be like."""

import pytest
from botloom_admin_api.accounts.rules import (
    canonical_email,
    check_email,
    check_name,
    check_password,
)
from botloom_admin_api.auth.log_in_limit import address_block
from botloom_admin_api.auth.passwords import NOBODY
from botloom_admin_api.schemas.log_in import Credentials, Tokens
from pwdlib import PasswordHash


@pytest.mark.parametrize(
    ("email", "rule"),
    [
        ("anna@example.com", None),
        ("owner@localhost", None),
        ("анна@пример.рф", None),
        ("anna", "email"),
        ("a@b@c", "email"),
        ("an na@example.com", "email"),
        ("an\x7fna@example.com", "email"),
        ("", "email"),
        ("a" * 250 + "@b.c", None),
        ("a" * 251 + "@b.c", "length"),
    ],
)
def test_an_email_is_something_at_something(email: str, rule: str | None) -> None:
    assert [problem.rule for problem in check_email(email)] == ([rule] if rule else [])


def test_one_address_is_one_account_however_it_is_written() -> None:
    assert canonical_email(" Anna@Example.COM\n") == "anna@example.com"


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("x" * 9, "length"),
        ("x" * 10, None),
        ("пароль без правил", None),
        ("x" * 128, None),
        ("x" * 129, "length"),
        ("Anna@Example.com", "email"),
    ],
)
def test_a_password_is_long_and_not_the_email(password: str, rule: str | None) -> None:
    problems = check_password(password, "anna@example.com")
    assert [problem.rule for problem in problems] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Анна", None),
        ("", "length"),
        (" ", "length"),
        ("x" * 101, "length"),
        ("a\nb", "characters"),
    ],
)
def test_a_name_is_one_line(name: str, rule: str | None) -> None:
    assert [problem.rule for problem in check_name(name)] == ([rule] if rule else [])


def test_an_unknown_account_costs_as_much_as_a_known_one() -> None:
    assert not PasswordHash.recommended().current_hasher.check_needs_rehash(NOBODY)


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
    ],
)
def test_one_client_is_one_block_of_addresses(address: str, block: str) -> None:
    assert address_block(address) == block


def test_what_holds_a_secret_does_not_show_it() -> None:
    credentials = Credentials(email="anna@example.com", password="correct horse")
    tokens = Tokens(access_token="a.secret.token", expires_in=900, refresh_token="another")
    assert repr(credentials) == "Credentials(…)"
    assert repr(tokens) == "Tokens(…)"
