"""Cycles of a directed graph: https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm"""

from collections.abc import Collection, Iterator, Mapping


def on_cycles(edges: Mapping[int, Collection[int]]) -> set[int]:
    """The nodes from which edges lead back to themselves. In linear time."""
    return {
        node
        for component in _components(edges)
        if len(component) > 1 or component[0] in edges.get(component[0], ())
        for node in component
    }


def _components(edges: Mapping[int, Collection[int]]) -> Iterator[list[int]]:
    number: dict[int, int] = {}
    lowest: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    # Not by recursion: a chain may be longer than Python's stack.
    for root in edges:
        under_way = [] if root in number else [(root, iter(edges[root]))]
        while under_way:
            node, left = under_way[-1]
            if node not in number:
                number[node] = lowest[node] = len(number)
                path.append(node)
                on_path.add(node)
            for other in left:
                if other not in number:
                    under_way.append((other, iter(edges.get(other, ()))))
                    break
                if other in on_path:
                    lowest[node] = min(lowest[node], lowest[other])
            else:
                under_way.pop()
                if under_way:
                    parent = under_way[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    component = [path.pop()]
                    while component[-1] != node:
                        component.append(path.pop())
                    on_path.difference_update(component)
                    yield component
