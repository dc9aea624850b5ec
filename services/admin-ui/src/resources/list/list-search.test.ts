import { expect, it } from 'vitest'
import { listSearch, nextSort } from './list-search'

it('an address holds what a list shows', () => {
  const search = { q: 'price', sort: '-title', enabled: false, keyboard_id: 7 }
  expect(listSearch(search)).toEqual(search)
})

it('a number that is searched for is a text', () => {
  expect(listSearch({ q: 12 })).toEqual({ q: '12' })
})

it('what makes no sense in an address is passed over', () => {
  const search = { q: '', sort: 'title;drop', enabled: 'perhaps', keyboard_id: 'x', other: 1 }
  expect(listSearch(search)).toEqual({})
})

it('presses on a head sort up, down, and not at all', () => {
  expect(nextSort(undefined, 'title')).toBe('title')
  expect(nextSort('title', 'title')).toBe('-title')
  expect(nextSort('-title', 'title')).toBeUndefined()
})
