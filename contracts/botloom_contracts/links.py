"""Links, read as Telegram reads them.

The rules are those of `check_link_impl`, `get_link_user_id` and `get_link_custom_emoji_id` of
https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp
"""

import re

_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'();&+=\u0080-\U0010ffff]|%[a-f0-9]{2})*")
_LAST_PORT = 65535
_LAST_USER_ID = 2**40 - 1
_LAST_EMOJI_ID = 2**63 - 1


def check_link(link: str) -> str:
    """The link in its canonical form. Raises `ValueError` with Telegram's reason."""
    own = re.match(r"(tg|tonsite|ton):(?://)?", link, re.IGNORECASE)
    if own is None:
        scheme, authority, host, query = _split_url(link)
        if "." not in host and not host.startswith("["):
            raise ValueError("Wrong HTTP URL")
        return f"{scheme}://{authority}{query}"
    rest, name = link[own.end() :], own[1].lower()
    scheme, authority, host, query = _split_url(rest)
    if rest.lower().startswith("http://") or scheme == "https" or authority != host:
        raise ValueError("Wrong tg URL" if name == "tg" else "Wrong ton URL")
    if not re.fullmatch(r"[a-z0-9._-]*" if name == "tonsite" else r"[a-z0-9_-]*", host):
        raise ValueError("Unallowed characters in URL host")
    return f"{name}://{host}{query.removeprefix('/') if query.startswith('/?') else query}"


def _split_url(url: str) -> tuple[str, str, str, str]:
    """Scheme, authority, host and the rest, as `parse_url` of TDLib's `HttpUrl.cpp`."""
    scheme, rest = "http", url
    if match := _SCHEME.match(url):
        scheme, rest = match[1].lower(), url[match.end() :]
        if scheme not in ("http", "https"):
            raise ValueError("Unsupported URL protocol")
    cut = re.search(r"[/?#]", rest)
    authority, query = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")
    login, at, address = authority.rpartition("@")
    host, colon, port = address.rpartition(":")
    if not colon or "]" in port:
        host, port = address, ""
    elif not re.fullmatch(r"[0-9]+", port) or not 0 < int(port) <= _LAST_PORT:
        raise ValueError("Wrong port number specified in the URL")
    if not host:
        raise ValueError("URL host is empty")
    if host == ".":
        raise ValueError("Host is invalid")
    host = host.lower()
    if host.startswith("[") and host.endswith("]"):
        if not re.fullmatch(r"\[[0-9a-f:.]*:[0-9a-f:.]*\]", host):
            raise ValueError("Wrong IPv6 address specified in the URL")
    elif not _HOST.fullmatch(host):
        is_percent = "%" in host
        raise ValueError(
            "Wrong percent-encoded symbol in URL host" if is_percent else "Wrong URL host"
        )
    query = query.rstrip(" \t\r\n\v\0") or "/"
    query = re.sub(r"[\0-\x20]", lambda match: f"%{ord(match[0]):02X}", query)
    if not query.startswith("/"):
        query = f"/{query}"
    number = f":{int(port)}" if port else ""
    return scheme, f"{login}{at}{host}{number}", host, query


def mentioned_user(link: str) -> int | None:
    """The person whom a link mentions (`tg://user?id=1`), else None."""
    match = re.match(r"tg:(?://)?user/?\?([^#]*)", link.lower())
    value = _parameter(match[1], "id") if match else None
    if value is None or not re.fullmatch(r"[1-9][0-9]{0,18}", value):
        return None
    return int(value) if int(value) <= _LAST_USER_ID else None


def custom_emoji_id(link: str) -> str:
    """The id in `tg://emoji?id=1`. Raises `ValueError` with Telegram's reason."""
    match = re.match(r"tg:(?://)?(.*)", link.lower(), re.DOTALL)
    if match is None:
        raise ValueError("Custom emoji URL must have scheme tg")
    match = re.match(r"emoji(?:([/?#].*)|$)", match[1], re.DOTALL)
    if match is None:
        raise ValueError('Custom emoji URL must have host "emoji"')
    query = re.match(r"/?\?([^#]*)", match[1] or "")
    value = _parameter(query[1], "id") if query else None
    if value is None:
        raise ValueError("Custom emoji URL must have an emoji identifier")
    return parse_emoji_id(value)


def parse_emoji_id(value: str) -> str:
    """Raises `ValueError` where it is no id of a custom emoji."""
    if re.fullmatch(r"-?[1-9][0-9]{0,18}", value):
        number = int(value)
        if -_LAST_EMOJI_ID - 1 <= number <= _LAST_EMOJI_ID:
            return value
    raise ValueError("Invalid custom emoji identifier specified")


def _parameter(query: str, name: str) -> str | None:
    for parameter in query.split("&"):
        key, _, value = parameter.partition("=")
        if key == name:
            return value
    return None
