import { describe, expect, it } from 'vitest'
import { countCharacters, readMarkup, readOrKeep } from './read'

describe('the characters of a text', () => {
  it.each([
    ['<b>abc</b>', 3],
    ['👍 &lt;', 3],
    ['{first_name|my dear friend}!', 2],
    ['{{name}}', 6],
  ])('%s has %d', (html, count) => {
    expect(countCharacters(readMarkup(html, 'HTML') ?? [])).toBe(count)
  })
})

it('a text that can not be read is shown as it is written', () => {
  expect(readOrKeep('<b>a', 'HTML')).toEqual(['<b>a'])
  expect(readOrKeep('<b>a</b>', null)).toEqual(['<b>a</b>'])
})
