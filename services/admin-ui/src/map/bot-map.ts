import { useQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '~/api/client'

export type NodeRef = Schemas['Reference']
export type MapEdge = Schemas['MapEdge']

export type MapNode = Schemas['MapNode'] & {
  /** After which a person can neither press nor answer anything. */
  isDeadEnd: boolean
  /** Nothing leads to it, but for what people can write. */
  isOrphan: boolean
}

export interface BotMap {
  nodes: MapNode[]
  edges: MapEdge[]
  /** Of the whole bot, whatever is drawn. */
  total: number
  truncated: boolean
}

/** More can't be told apart on a screen. */
const NODES_MAX = 400

export function keyOf({ entity, id }: NodeRef): string {
  return `${entity}:${id}`
}

/** The map, or what is around one of its nodes (`handler:5`). */
export function useBotMap(around: string | undefined) {
  return useQuery({
    queryKey: ['map', around],
    queryFn: () =>
      answered(
        api.GET('/api/v1/map', {
          params: { query: { limit: NODES_MAX, ...(around ? { around } : {}) } },
        }),
      ),
    select: marked,
    placeholderData: (before) => before,
  })
}

/** Whether the linter or the map has something to say of it. */
export function isStriking(node: MapNode): boolean {
  return node.findings.length > 0 || node.isDeadEnd || node.isOrphan
}

/** What is left of a map without the other nodes. */
export function partOf(
  map: BotMap,
  isKept: (node: MapNode) => boolean,
): Pick<BotMap, 'nodes' | 'edges'> {
  const nodes = map.nodes.filter(isKept)
  const keys = new Set(nodes.map(keyOf))
  const edges = map.edges.filter(
    (edge) => keys.has(keyOf(edge.source)) && keys.has(keyOf(edge.target)),
  )
  return { nodes, edges }
}

/** Module level, so that it runs once for each answer. */
function marked(map: Schemas['Map']): BotMap {
  const deadEnds = new Set(map.dead_ends.map(keyOf))
  const orphans = new Set(map.orphans.map(keyOf))
  return {
    nodes: map.nodes.map((node) => ({
      ...node,
      isDeadEnd: deadEnds.has(keyOf(node)),
      isOrphan: orphans.has(keyOf(node)),
    })),
    edges: map.edges,
    total: map.totals.nodes,
    truncated: map.truncated,
  }
}
