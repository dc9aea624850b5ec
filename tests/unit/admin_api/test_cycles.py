from botloom_admin_api.cycles import on_cycles
from hypothesis import given
from hypothesis import strategies as st

nodes = st.integers(0, 7)


@given(st.dictionaries(nodes, st.sets(nodes, max_size=3)))
def test_a_node_is_on_a_cycle_if_a_walk_from_it_comes_back(edges):
    def comes_back(node):
        seen, reached = set(), set(edges.get(node, ()))
        while reached - seen:
            seen |= reached
            reached = {other for one in reached for other in edges.get(one, ())}
        return node in seen

    assert on_cycles(edges) == {node for node in edges if comes_back(node)}


def test_a_long_chain_is_no_matter():
    chain = {one: {one + 1} for one in range(50_000)}
    assert on_cycles(chain) == set()
    assert len(on_cycles(chain | {50_000: {0}})) == 50_001
