import { describe, expect, it } from 'vitest'
import { type BotMap, drawnOf, isStriking, type MapNode, partOf } from './bot-map'
import { placesOf } from './layout'

function node(entity: MapNode['entity'], id: number, more: Partial<MapNode> = {}): MapNode {
  return {
    entity,
    id,
    name: `${entity} ${id}`,
    enabled: true,
    uses: null,
    findings: [],
    isDeadEnd: false,
    isOrphan: false,
    ...more,
  }
}

const START = node('handler', 1)
const MENU = node('keyboard', 1)
const PRICES = node('button', 1, { isDeadEnd: true })
const MAP = {
  nodes: [START, MENU, PRICES],
  edges: [
    { kind: 'shows_keyboard', source: START, target: MENU, uses: 3 },
    { kind: 'has_button', source: MENU, target: PRICES, uses: null },
  ],
} as unknown as BotMap

describe('the map', () => {
  it('goes from left to right, as people do', () => {
    const places = placesOf(MAP.nodes, MAP.edges)
    const xs = ['handler:1', 'keyboard:1', 'button:1'].map((key) => places.get(key)?.x ?? -1)
    expect(xs).toEqual(xs.toSorted((one, other) => one - other))
    expect(new Set(xs).size).toBe(3)
  })

  it('is drawn from its beginning, as far as there is room', () => {
    expect(drawnOf(MAP, () => true, 2)).toEqual({ nodes: [START, MENU], edges: [MAP.edges[0]] })
    expect(drawnOf(MAP, (one) => one !== START, 2).nodes).toEqual([MENU, PRICES])
    expect(drawnOf(MAP, () => true)).toEqual({ nodes: MAP.nodes, edges: MAP.edges })
  })

  it('without what does not strike has no edges to it', () => {
    expect(partOf(MAP, isStriking)).toEqual({ nodes: [PRICES], edges: [] })
  })
})
