import { describe, expect, it } from 'vitest'
import {
  find,
  insert,
  insertRow,
  type Layout,
  move,
  moveToRow,
  nearest,
  remove,
  renamed,
  step,
} from './layout'

const LAYOUT: Layout = [[1, 2, 3], [4], [5, 6]]

describe('a keyboard', () => {
  it('takes a button before another, and behind the last of a row', () => {
    expect(insert(LAYOUT, 9, { row: 0, place: 1 })).toEqual([[1, 9, 2, 3], [4], [5, 6]])
    expect(insert(LAYOUT, 9, { row: 1, place: 1 })).toEqual([
      [1, 2, 3],
      [4, 9],
      [5, 6],
    ])
    expect(insert(LAYOUT, 9, { row: 3, place: 0 })).toEqual([[1, 2, 3], [4], [5, 6], [9]])
    expect(insertRow(LAYOUT, 9, 1)).toEqual([[1, 2, 3], [9], [4], [5, 6]])
  })

  it('loses a row with its last button', () => {
    expect(remove(LAYOUT, { row: 1, place: 0 })).toEqual([
      [1, 2, 3],
      [5, 6],
    ])
  })

  it('goes on with what came in the place of a button, or else with what is before it', () => {
    const beside = (row: number, place: number) =>
      nearest(remove(LAYOUT, { row, place }), { row, place })
    expect(beside(0, 1)).toEqual({ row: 0, place: 1 })
    expect(beside(0, 2)).toEqual({ row: 0, place: 1 })
    expect(beside(1, 0)).toEqual({ row: 1, place: 0 })
    expect(nearest([[1, 2]], { row: 1, place: 0 })).toEqual({ row: 0, place: 1 })
    expect(nearest([], { row: 0, place: 0 })).toBeNull()
  })

  it('has a button moved within its row, in either direction', () => {
    expect(move(LAYOUT, { row: 0, place: 0 }, { row: 0, place: 3 })).toEqual([
      [2, 3, 1],
      [4],
      [5, 6],
    ])
    expect(move(LAYOUT, { row: 0, place: 2 }, { row: 0, place: 0 })).toEqual([
      [3, 1, 2],
      [4],
      [5, 6],
    ])
  })

  it('has a button moved to another row, and to one of its own', () => {
    expect(move(LAYOUT, { row: 1, place: 0 }, { row: 2, place: 1 })).toEqual([
      [1, 2, 3],
      [5, 4, 6],
    ])
    expect(moveToRow(LAYOUT, { row: 0, place: 1 }, 1)).toEqual([[1, 3], [2], [4], [5, 6]])
  })

  it('is walked through by the arrow keys', () => {
    expect(step(LAYOUT, { row: 0, place: 0 }, 'right')).toEqual([[2, 1, 3], [4], [5, 6]])
    expect(step(LAYOUT, { row: 0, place: 2 }, 'right')).toEqual(LAYOUT)
    expect(step(LAYOUT, { row: 0, place: 1 }, 'left')).toEqual([[2, 1, 3], [4], [5, 6]])
    expect(step(LAYOUT, { row: 0, place: 1 }, 'down')).toEqual([
      [1, 3],
      [4, 2],
      [5, 6],
    ])
    expect(step(LAYOUT, { row: 0, place: 1 }, 'up')).toEqual([[2], [1, 3], [4], [5, 6]])
    expect(step(LAYOUT, { row: 2, place: 1 }, 'down')).toEqual([[1, 2, 3], [4], [5], [6]])
    expect(step([[1]], { row: 0, place: 0 }, 'up')).toEqual([[1]])
  })

  it('gives a button a row of its own, above and below the one it stands in', () => {
    expect(step(LAYOUT, { row: 0, place: 1 }, 'rowAbove')).toEqual([[2], [1, 3], [4], [5, 6]])
    expect(step(LAYOUT, { row: 0, place: 1 }, 'rowBelow')).toEqual([[1, 3], [2], [4], [5, 6]])
    expect(step(LAYOUT, { row: 1, place: 0 }, 'rowAbove')).toBe(LAYOUT)
    expect(step(LAYOUT, { row: 1, place: 0 }, 'rowBelow')).toBe(LAYOUT)
  })

  it('stays as it is where a place is not there', () => {
    expect(move(LAYOUT, { row: 7, place: 0 }, { row: 0, place: 0 })).toBe(LAYOUT)
    expect(moveToRow(LAYOUT, { row: 0, place: 7 }, 0)).toBe(LAYOUT)
    expect(step([], { row: 0, place: 0 }, 'left')).toEqual([])
  })

  it('keeps every button, wherever one is moved', () => {
    for (const row of [0, 1, 2]) {
      for (const place of [0, 1, 2]) {
        for (const to of [0, 1, 2, 3]) {
          const after = move(LAYOUT, { row, place }, { row: to, place: 1 })
          expect(after.flat().toSorted()).toEqual([1, 2, 3, 4, 5, 6])
          expect(after.every((one) => one.length > 0)).toBe(true)
        }
      }
    }
  })

  it('finds its buttons, and knows new ones by their new ids', () => {
    expect(find(LAYOUT, 6)).toEqual({ row: 2, place: 1 })
    expect(find(LAYOUT, 7)).toBeNull()
    expect(
      renamed(
        [[-1, 2], [-2]],
        new Map([
          [-1, 10],
          [-2, 11],
        ]),
      ),
    ).toEqual([[10, 2], [11]])
  })
})
