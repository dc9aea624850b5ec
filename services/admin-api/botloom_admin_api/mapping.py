"""The map of the bot: which part of it is shown, with its uses and what lint says of it. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from botloom_constructor.bot_map import BotMap, Counted, Edge, Node, draw
from botloom_constructor.lint import Code, Configuration, lint
from msgspec import Struct

from .errors import NotFound
from .schemas.map import Map, MapEdge, MapNode, MapTotals
from .schemas.problems import Reference
from .statistics.periods import Period
from .statistics.use_counts import UseCounts

ORPHANED: frozenset[Code] = frozenset(
    {"callback_without_button", "button_unplaced", "keyboard_unreached", "handler_unreached"}
)


class Around(Struct, frozen=True):
    """The part of the map that lies so many edges around a node, whichever way these lead."""

    node: Node
    depth: int


def make_map(
    found: Configuration,
    username: str,
    counts: UseCounts,
    period: Period,
    limit: int,
    around: Around | None,
) -> Map:
    """Raises `NotFound` where there is nothing to be around."""
    drawn, findings = draw(found, username), _findings(found)
    uses = _uses(found, drawn, counts)
    nodes = {Node(one.entity, one.id): one for one in _nodes(found, drawn, uses, findings)}
    orphans = [one for one in nodes if not ORPHANED.isdisjoint(findings[one])]
    if around is None:
        ordered = _in_order(nodes, drawn.edges)
    elif around.node in nodes:
        ordered = _near(around, drawn.edges)
    else:
        raise NotFound(f"There is no {around.node.entity} {around.node.id}.")
    shown = dict.fromkeys(ordered[:limit])
    return Map(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        nodes=[nodes[one] for one in shown],
        edges=[
            _edge(edge, uses)
            for edge in drawn.edges
            if edge.source in shown and edge.target in shown
        ],
        dead_ends=[Reference(*one) for one in drawn.dead_ends if one in shown],
        orphans=[Reference(*one) for one in orphans if one in shown],
        totals=MapTotals(
            nodes=len(nodes),
            edges=len(drawn.edges),
            dead_ends=len(drawn.dead_ends),
            orphans=len(orphans),
        ),
        truncated=len(ordered) > limit,
    )


def _findings(found: Configuration) -> defaultdict[Node, list[Code]]:
    """Each code once."""
    findings: defaultdict[Node, dict[Code, None]] = defaultdict(dict)
    for finding in lint(found):
        if finding.entity is not None and finding.id is not None:
            findings[Node(finding.entity, finding.id)][finding.code] = None
    return defaultdict(list, {node: list(codes) for node, codes in findings.items()})


def _uses(found: Configuration, drawn: BotMap, counts: UseCounts) -> Mapping[Counted, int]:
    """What was never used is not there."""
    uses: Counter[Counted] = Counter()
    for handler_id, count in counts.handlers.items():
        uses[Counted("handler", handler_id)] = count
    for data, count in counts.buttons.items():
        uses[Counted("data", data)] = count
        taken = drawn.callbacks.match(data)
        if taken is not None:
            uses[Counted("callback", taken.target)] += count
    return uses


def _nodes(
    found: Configuration,
    drawn: BotMap,
    uses: Mapping[Counted, int],
    findings: Mapping[Node, list[Code]],
) -> Iterator[MapNode]:
    def node(of: Node, name: str, enabled: bool, counted: Counted | None) -> MapNode:
        return MapNode(
            entity=of.entity,
            id=of.id,
            name=name,
            enabled=enabled,
            uses=None if counted is None else uses.get(counted, 0),
            findings=findings.get(of, []),
        )

    for handler in found.handlers:
        counted = Counted("handler", handler.id)
        yield node(Node("handler", handler.id), handler.pattern, handler.enabled, counted)
    for callback in found.callbacks:
        counted = Counted("callback", callback.id)
        yield node(Node("callback", callback.id), callback.callback_data, callback.enabled, counted)
    for keyboard in found.keyboards:
        yield node(Node("keyboard", keyboard.id), keyboard.name, True, None)
    for button in found.buttons:
        data = drawn.data_of.get(button.id)
        presses = None if data is None else Counted("data", data)
        yield node(Node("button", button.id), button.label, True, presses)


def _in_order(nodes: Mapping[Node, MapNode], edges: Iterable[Edge]) -> list[Node]:
    """The most used handlers first, each followed by what it leads to, so that a part of them is
    connected; then what nothing leads to."""
    targets: defaultdict[Node, list[Node]] = defaultdict(list)
    for edge in edges:
        targets[edge.source].append(edge.target)
    roots = sorted(nodes, key=lambda one: (one.entity != "handler", -(nodes[one].uses or 0)))
    ordered: dict[Node, None] = {}
    for root in roots:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node not in ordered:
                ordered[node] = None
                waiting += reversed(targets.get(node, ()))
    return list(ordered)


def _near(around: Around, edges: Iterable[Edge]) -> list[Node]:
    """The nearest first."""
    beside: defaultdict[Node, list[Node]] = defaultdict(list)
    for edge in edges:
        beside[edge.source].append(edge.target)
        beside[edge.target].append(edge.source)
    near = {around.node: None}
    last = [around.node]
    for _ in range(around.depth):
        reached = dict.fromkeys(other for one in last for other in beside.get(one, ()))
        last = [one for one in reached if one not in near]
        near |= dict.fromkeys(last)
    return list(near)


def _edge(edge: Edge, uses: Mapping[Counted, int]) -> MapEdge:
    return MapEdge(
        kind=edge.kind,
        source=Reference(*edge.source),
        target=Reference(*edge.target),
        uses=None if edge.counted is None else uses.get(edge.counted, 0),
    )
