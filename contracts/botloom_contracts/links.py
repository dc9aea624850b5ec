"""Links, read as Telegram reads them.

The rules are those of `check_link_impl` of
https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp
"""

import re

_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'();&+=\u0080-\U0010ffff]|%[a-f0-9]{2})*")
_LAST_PORT = 65535


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
