"""What the bot would do, by the configuration that the gateways run."""

from datetime import UTC, datetime

import pytest
from botloom_contracts.cache import GATEWAYS, gateway_key
from botloom_contracts.gateway_report import GatewayReport, encode_report
from support.each import each
from support.eventually import eventually


@pytest.fixture
def explain(api, config):
    """Explains when the cache stands at the last change."""

    async def explain(**asked):
        async def look():
            response = await api.request("POST", "/explain", asked)
            assert response.status_code in {200, 503}, response.text
            return response.json()

        return await eventually(look, lambda told: told.get("seq") == api.seq)

    return explain


async def test_without_a_cache_nothing_can_be_told_yet(api):
    problem = await api.problem(503, "POST", "/explain", {"text": "/start"})
    assert problem["code"] == "unavailable"
    assert "config" in problem["detail"]


async def test_a_cache_that_is_gone_is_not_told_of_any_more(api, explain, redis):
    await api.create("handlers", pattern="/start", message="hi")
    await explain(text="/start")
    await redis.delete("config:seq")
    await api.problem(503, "POST", "/explain", {"text": "/start"})


async def test_the_winner_the_losers_what_was_matched_and_what_is_sent_are_told(api, explain):
    any_order = await api.create("handlers", pattern="order *", message="Order <b>{1}</b>")
    named = await api.create(
        "handlers",
        pattern="order of *",
        message="For {1}, {first_name}",
        action=[{"type": "typing"}, {"type": "reply"}],
    )
    fallback = await api.create("handlers", pattern="*", message="What?")
    assert await explain(text="Order of  Anna", person={"first_name": "<Bo>"}) == {
        "seq": 3,
        "event": "message",
        "winner": {
            "entity": "handler",
            "id": named["id"],
            "pattern": "order of *",
            "priority": 0,
        },
        "matched": {"1": "Anna"},
        "others": [
            {
                "entity": "handler",
                "id": any_order["id"],
                "pattern": "order *",
                "priority": 0,
                "reason": "fewer_literals",
                "detail": "its pattern has fewer literal characters",
            },
            {
                "entity": "handler",
                "id": fallback["id"],
                "pattern": "*",
                "priority": 0,
                "reason": "less_specific",
                "detail": "its pattern is less specific",
            },
        ],
        "steps": [
            {"step": {"type": "typing"}, "handler_id": named["id"]},
            {"step": {"type": "reply"}, "handler_id": named["id"]},
        ],
        "messages": [
            {"method": "sendChatAction", "params": {"chat_id": 1, "action": "typing"}},
            {
                "method": "sendMessage",
                "params": {
                    "chat_id": 1,
                    "text": "For Anna, &lt;Bo&gt;",
                    "parse_mode": "HTML",
                },
            },
        ],
        "assumptions": [],
        "assumed": [],
        "variables": {},
        "question": None,
    }


async def test_priority_and_age_decide_between_equals(api, explain):
    ids = [
        (await api.create("handlers", pattern=pattern, message="x", priority=priority))["id"]
        for pattern, priority in (("a*", 0), ("*a", 5), (r"re:a", 9), ("*a*", 5))
    ]
    told = await explain(text="a")
    assert told["winner"]["id"] == ids[1]
    reasons = {one["id"]: one["reason"] for one in told["others"]}
    assert reasons == {
        ids[0]: "lower_priority",
        ids[2]: "less_specific",
        ids[3]: "later_id",
    }


async def test_a_change_is_told_of_as_soon_as_it_is_in_the_cache(api, explain):
    created = await api.create("handlers", pattern="/start", message="old")
    assert (await explain(text="/start"))["messages"][0]["params"]["text"] == "old"
    await api.patch(f"/handlers/{created['id']}", message="new")
    assert (await explain(text="/start"))["messages"][0]["params"]["text"] == "new"
    await api.delete(f"/handlers/{created['id']}")
    told = await explain(text="/start")
    assert (told["event"], told["winner"], told["messages"]) == ("unmatched", None, [])


async def test_presses_kinds_and_events_are_told_of(api, explain):
    item = await api.create("handlers", pattern="/item", message="Item {1}")
    glob = await api.create("callbacks", callback_data="item:*", handler_id=item["id"])
    exact = await api.create(
        "callbacks", callback_data="item:7", action=[{"type": "toast", "text": "7"}]
    )
    photo = await api.create("handlers", pattern=":photo", message="Nice")
    joining = await api.create("handlers", pattern=":join_request", action=[{"type": "approve"}])

    told = await explain(button="item:8")
    assert (told["winner"]["entity"], told["winner"]["id"]) == ("callback", glob["id"])
    assert told["matched"] == {"1": "8"}
    assert [one["method"] for one in told["messages"]] == ["editMessageText", "answerCallbackQuery"]

    told = await explain(button="item:7")
    assert told["winner"]["id"] == exact["id"]
    assert [(one["id"], one["reason"]) for one in told["others"]] == [(glob["id"], "less_specific")]

    told = await explain(kind="photo", chat_type="group")
    assert (told["event"], told["winner"]["id"]) == ("message", photo["id"])
    told = await explain(event="join_request")
    assert (told["event"], told["winner"]["id"]) == ("join_request", joining["id"])
    assert told["messages"][0]["method"] == "approveChatJoinRequest"

    told = await explain(button="gone")
    assert (told["event"], told["winner"]) == ("stale_button", None)
    told = await explain(text="/start@another_bot")
    assert (told["event"], told["winner"]) == (None, None)
    assert told["assumptions"] == ["the bot passes over this update: other_bot"]
    other_bot = {"reason": "other_bot", "bot": "another_bot"}
    assert told["assumed"] == [{"code": "passed", "params": other_bot}]


async def test_what_takes_a_stale_button_is_told_of(api, explain):
    action = [{"type": "toast", "text": "Old"}]
    stale = await api.create("handlers", pattern=":stale_button", action=action)
    told = await explain(button="gone")
    assert told["winner"]["id"] == stale["id"]
    assert told["messages"][0]["params"]["text"] == "Old"


async def test_the_outside_is_assumed_or_given(api, explain):
    action = [
        {"type": "set", "variable": "visits", "add": 1},
        {"type": "request", "url": "https://api.example.org/{user_id}", "save": {"city": "city"}},
        {
            "type": "when",
            "conditions": [{"type": "subscribed", "chat": "@news"}],
            "then": [{"type": "toast", "text": "in, {var.visits}"}],
            "otherwise": [{"type": "toast", "text": "out, {var.visits}"}],
        },
        {"type": "wait", "seconds": 60},
        {"type": "ask", "variable": "city", "question": "Where?"},
        {"type": "toast", "text": "never"},
    ]
    await api.create("handlers", pattern="/start", action=action)
    told = await explain(text="/start", person={"id": 7}, variables={"visits": "4"})
    assert [one["params"]["text"] for one in told["messages"]] == ["out, 5", "Where?"]
    assert told["assumptions"] == [
        "GET https://api.example.org/7 is answered with 200 and {}",
        "the person is not subscribed to @news",
        "goes on after 60 s",
        "goes on with the answer, which is kept as `city`",
    ]
    told = await explain(text="/start", subscriptions={"@news": True})
    assert told["messages"][0]["params"]["text"] == "in, 1"


async def test_the_bot_is_called_as_its_gateway_reports(api, explain, redis):
    report = GatewayReport(
        seq=1,
        at=datetime.now(UTC),
        bot_username="shop_bot",
        bot_name="Shop",
        time_zone="Asia/Omsk",
    )
    await redis.set(gateway_key("a"), encode_report(report))
    await redis.zadd(GATEWAYS, {"a": 1})
    message = "{bot_name} @{bot_username}|{time}|{time@Asia/Omsk}"
    await api.create("handlers", pattern="/start", message=message)
    told = await explain(text="/start@shop_bot")
    name, time, in_omsk = told["messages"][0]["params"]["text"].split("|")
    assert (name, time) == ("Shop @shop_bot", in_omsk)


async def test_telling_writes_nothing(api, explain, redis):
    action = [{"type": "set", "variable": "x", "value": "1"}, {"type": "wait", "seconds": 5}]
    await api.create("handlers", pattern="/start", action=action)
    await explain(text="/start")
    kept = {key.decode().partition(":")[0] for key in await redis.keys()}
    assert kept <= {"handler", "config", "config-changes"}


async def test_a_conversation_goes_on_with_what_was_told(api, explain):
    action = [
        {
            "type": "ask",
            "variable": "name",
            "question": "Name?",
            "choices": ["Bo", "Al"],
            "answer": "choice",
        },
        {"type": "reply"},
    ]
    handler = await api.create(
        "handlers", pattern="/start", message="Hi, {var.name}", action=action
    )
    asked = await explain(text="/start")
    assert asked["messages"][0]["params"]["reply_markup"]["keyboard"] == [
        [{"text": "Bo"}, {"text": "Al"}]
    ]
    told = await explain(text="bo", question=asked["question"], variables=asked["variables"])
    assert (told["event"], told["winner"]["id"]) == ("answer", handler["id"])
    assert told["messages"][0]["params"]["text"] == "Hi, Bo"
    assert (told["question"], told["variables"]) == (None, {"name": "Bo"})


async def test_a_text_can_not_take_the_place_of_media(api, explain):
    item = await api.create("handlers", pattern="/item", message="Item")
    await api.create("callbacks", callback_data="item", handler_id=item["id"])
    told = await explain(button="item", button_under="media")
    assert [one["method"] for one in told["messages"]] == [
        "sendMessage",
        "deleteMessage",
        "answerCallbackQuery",
    ]


@each(
    ("asked", "error"),
    [
        ({}, ("text", "one_of")),
        ({"text": "x", "button": "y"}, ("text", "one_of")),
        ({"kind": "photo", "event": "blocked"}, ("text", "one_of")),
        ({"text": ""}, ("text", "length")),
        ({"text": "x" * 4097}, ("text", "length")),
        ({"text": "a\0b"}, ("text", "characters")),
        ({"button": "x" * 65}, ("button", "length")),
        ({"kind": "selfie"}, ("kind", "choice")),
        ({"event": "stale_button"}, ("event", "choice")),
        ({"text": "x", "chat_type": "forum"}, ("chat_type", "choice")),
        ({"text": "x", "person": {"id": 0}}, ("person.id", "range")),
        ({"text": "x", "person": {"age": 5}}, ("person.age", "unknown_field")),
        ({"text": "x", "variables": {"a": 5}}, ("variables", "type")),
        ({"text": "x", "variables": {"a": "x" * 1025}}, ("variables", "length")),
        ({"text": "x", "subscriptions": {"@news": "yes"}}, ("subscriptions", "type")),
        ({"text": "x", "question": "none"}, ("question", "question")),
        ({"text": "x", "question": "x" * 200_001}, ("question", "length")),
        ({"button": "x", "button_under": "photo"}, ("button_under", "choice")),
    ],
)
async def test_what_can_not_be_explained_is_refused(api, asked, error):
    assert await api.refused(422, "POST", "/explain", asked) == [error]
