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
}

/** More can't be told apart on a screen. */
const DRAWN_MAX = 400
/** What the API gives at most. */
const KNOWN_MAX = 10_000

export function keyOf({ entity, id }: NodeRef): string {
  return `${entity}:${id}`
}

/** The map, for looking things up, or what is around one of its nodes (`handler:5`). */
export function useBotMap(around?: string, isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['map', around],
    queryFn: () =>
      answered(
        api.GET('/api/v1/map', {
          params: { query: around ? { limit: DRAWN_MAX, around } : { limit: KNOWN_MAX } },
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

/** What is drawn of those that are kept: the first, which the API chose to be connected. */
export function drawnOf(
  map: BotMap,
  isKept: (node: MapNode) => boolean,
  max = DRAWN_MAX,
): Pick<BotMap, 'nodes' | 'edges'> {
  let count = 0
  return partOf(map, (node) => isKept(node) && ++count <= max)
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
  }
}
