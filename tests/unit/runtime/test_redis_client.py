import pytest
from botloom_runtime.redis_client import connect_redis
from redis.asyncio import Connection, SSLConnection, UnixDomainSocketConnection


@pytest.mark.parametrize(
    ("url", "connection"),
    [
        ("redis://user:secret@cache:6380/2", Connection),
        ("rediss://cache/1", SSLConnection),
        ("unix:///run/redis.sock?db=1", UnixDomainSocketConnection),
    ],
)
def test_every_kind_of_address_packs_commands_in_c(url: str, connection: type) -> None:
    made = connect_redis(url).connection_pool.make_connection()
    assert isinstance(made, connection)
    packed = made.pack_command("CLIENT SETINFO", b"\xff", 5, 1.5, "я")
    assert packed == [
        b"*6\r\n$6\r\nCLIENT\r\n$7\r\nSETINFO\r\n$1\r\n\xff\r\n$1\r\n5\r\n$3\r\n1.5\r\n"
        b"$2\r\n\xd1\x8f\r\n"
    ]
