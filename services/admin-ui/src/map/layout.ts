import { Graph, layout } from '@dagrejs/dagre'
import type { MapEdge, MapNode } from './bot-map'
import { keyOf } from './bot-map'

export const NODE_WIDTH = 190
export const NODE_HEIGHT = 56

export interface Place {
  x: number
  y: number
}

/** Where each node is drawn, by its key: from left to right, as people go. */
export function placesOf(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
): ReadonlyMap<string, Place> {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 70 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of nodes) graph.setNode(keyOf(node), { width: NODE_WIDTH, height: NODE_HEIGHT })
  for (const edge of edges) graph.setEdge(keyOf(edge.source), keyOf(edge.target))
  layout(graph)
  return new Map(
    nodes.map((node) => {
      const { x, y } = graph.node(keyOf(node)) as Place
      return [keyOf(node), { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }]
    }),
  )
}
