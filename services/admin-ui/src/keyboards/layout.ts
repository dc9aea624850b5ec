/** Rows of button ids; ids below zero are buttons that are not saved yet. */
export type Layout = number[][]

export interface Spot {
  row: number
  place: number
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'rowAbove' | 'rowBelow'

/** Without empty rows. */
export function tidy(layout: Layout): Layout {
  return layout.filter((row) => row.length > 0)
}

/** Puts a button in before whatever is at `spot`; a row beyond the last is a new one. */
export function insert(layout: Layout, id: number, spot: Spot): Layout {
  if (spot.row >= layout.length) return [...layout, [id]]
  return layout.map((row, at) =>
    at === spot.row ? [...row.slice(0, spot.place), id, ...row.slice(spot.place)] : row,
  )
}

/** Puts a button in as a row of its own, before the row `at`. */
export function insertRow(layout: Layout, id: number, at: number): Layout {
  return [...layout.slice(0, at), [id], ...layout.slice(at)]
}

export function remove(layout: Layout, spot: Spot): Layout {
  return tidy(without(layout, spot))
}

/** To before what is at `to`; both spots are of the layout as it is. */
export function move(layout: Layout, from: Spot, to: Spot): Layout {
  const id = at(layout, from)
  if (id === undefined) return layout
  const isBehind = from.row === to.row && from.place < to.place
  const spot = isBehind ? { ...to, place: to.place - 1 } : to
  return tidy(insert(without(layout, from), id, spot))
}

/** Into a row of its own, before the row `row` of the layout as it is. */
export function moveToRow(layout: Layout, from: Spot, row: number): Layout {
  const id = at(layout, from)
  return id === undefined ? layout : tidy(insertRow(without(layout, from), id, row))
}

/** One place or row further, beyond the first and last row into a new one; or out of its row. */
export function step(layout: Layout, from: Spot, direction: Direction): Layout {
  const row = layout[from.row]
  if (row === undefined) return layout
  switch (direction) {
    case 'left':
      return from.place === 0 ? layout : move(layout, from, { ...from, place: from.place - 1 })
    case 'right':
      return from.place === row.length - 1
        ? layout
        : move(layout, from, { ...from, place: from.place + 2 })
    case 'up':
      if (from.row > 0) return move(layout, from, end(layout, from.row - 1, from.place))
      return row.length === 1 ? layout : moveToRow(layout, from, 0)
    case 'down':
      if (from.row < layout.length - 1) {
        return move(layout, from, end(layout, from.row + 1, from.place))
      }
      return row.length === 1 ? layout : moveToRow(layout, from, layout.length)
    case 'rowAbove':
      return row.length === 1 ? layout : moveToRow(layout, from, from.row)
    case 'rowBelow':
      return row.length === 1 ? layout : moveToRow(layout, from, from.row + 1)
  }
}

/** Where a button stands; the first place, if it stands on several. */
export function find(layout: Layout, id: number): Spot | null {
  for (const [row, ids] of layout.entries()) {
    const place = ids.indexOf(id)
    if (place >= 0) return { row, place }
  }
  return null
}

/** Of what is left after the button of `spot` is removed: what came in its place, or else before it. */
export function nearest(rest: Layout, spot: Spot): Spot | null {
  if (at(rest, spot) !== undefined) return spot
  if (spot.place > 0) return { ...spot, place: spot.place - 1 }
  const row = rest.length - 1
  return row < 0 ? null : { row, place: (rest[row]?.length ?? 0) - 1 }
}

export function at(layout: Layout, spot: Spot): number | undefined {
  return layout[spot.row]?.[spot.place]
}

/** With the ids that new buttons have got. */
export function renamed(layout: Layout, ids: ReadonlyMap<number, number>): Layout {
  return layout.map((row) => row.map((id) => ids.get(id) ?? id))
}

function without(layout: Layout, spot: Spot): Layout {
  return layout.map((row, at) =>
    at === spot.row ? row.filter((_, place) => place !== spot.place) : row,
  )
}

function end(layout: Layout, row: number, place: number): Spot {
  return { row, place: Math.min(place, layout[row]?.length ?? 0) }
}
