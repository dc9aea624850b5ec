"""How often a password may be tried, over all processes: counts in Redis, by Redis' clock.

Some attempts are free; each further one makes the next wait twice as long. An attempt is counted
before its password is looked at, so many at once are no way around. Without Redis nobody logs in by
password: better than letting anyone try for as long as they like.
"""

from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from botloom_contracts.cache import login_keys
from redis.asyncio import Redis

from ..errors import TooManyRequests
from ..metrics import LOG_INS

FREE_OF_ACCOUNT = 5
FREE_OF_ADDRESS = 30
"""Offices share one."""

FIRST_WAIT = 5
LONGEST_WAIT = 15 * 60
FORGOTTEN = 60 * 60
"""Seconds. The last: without an attempt, after which all are free again."""

# Times are milliseconds. KEYS: of the account, of the address.
# ARGV: the free attempts of each; the first wait, the longest, and when attempts are forgotten.
_ATTEMPT = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local wait = 0
for _, key in ipairs(KEYS) do
    wait = math.max(wait, (tonumber(redis.call('HGET', key, 'next')) or 0) - now)
end
if wait > 0 then return wait end
for i, key in ipairs(KEYS) do
    local over = redis.call('HINCRBY', key, 'attempts', 1) - tonumber(ARGV[i])
    local pause = 0
    if over >= 0 then
        pause = math.min(tonumber(ARGV[4]), tonumber(ARGV[3]) * 2 ^ math.min(over, 20))
    end
    redis.call('HSET', key, 'next', string.format('%.0f', now + pause))
    redis.call('PEXPIRE', key, string.format('%.0f', pause + tonumber(ARGV[5])))
end
return 0
"""

# The account starts anew. The address gets this one attempt back and no more: whoever has an
# account could else try the passwords of others without end.
_SUCCESS = """
redis.call('DEL', KEYS[1])
if redis.call('EXISTS', KEYS[2]) == 1 then
    redis.call('HINCRBY', KEYS[2], 'attempts', -1)
    redis.call('HSET', KEYS[2], 'next', 0)
end
"""

_ARGUMENTS = [
    FREE_OF_ACCOUNT,
    FREE_OF_ADDRESS,
    *(seconds * 1000 for seconds in (FIRST_WAIT, LONGEST_WAIT, FORGOTTEN)),
]


class LogInLimit:
    """Raises what Redis raises."""

    def __init__(self, redis: Redis) -> None:
        self._attempt = redis.register_script(_ATTEMPT)
        self._success = redis.register_script(_SUCCESS)

    async def attempt(self, email: str, address: str) -> None:
        """Count it. Raises `TooManyRequests`, and then it does not count."""
        keys = login_keys(email, address_block(address))
        wait = await self._attempt(keys=keys, args=_ARGUMENTS)
        if wait > 0:
            LOG_INS.labels("limited").inc()
            raise TooManyRequests("Too many attempts to log in; wait a while.", ceil(wait / 1000))

    async def succeeded(self, email: str, address: str) -> None:
        await self._success(keys=login_keys(email, address_block(address)))


def address_block(address: str) -> str:
    """What one client can choose addresses from: all that share the first 64 bit of an IPv6 one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ip_network((int(parsed), 64), strict=False))
