import { describe, expect, it } from 'vitest'
import { readPattern, startOf, type Trigger, writePattern } from './trigger'

const SAME: [string, Trigger][] = [
  ['/start', { type: 'command', name: 'start', argument: '' }],
  ['/start promo', { type: 'command', name: 'start', argument: 'promo' }],
  ['/start ref_*', { type: 'command', name: 'start', argument: 'ref_*' }],
  ['good morning', { type: 'text', text: 'good morning' }],
  ['2 \\* 2', { type: 'text', text: '2 * 2' }],
  ['\\/start the day', { type: 'text', text: '/start the day' }],
  ['\\:photo', { type: 'text', text: ':photo' }],
  ['\\re: hello', { type: 'text', text: 're: hello' }],
  ['a\\\\b', { type: 'text', text: 'a\\b' }],
  ['my name is *', { type: 'like', glob: 'my name is *' }],
  ['\\/path *', { type: 'like', glob: '/path *' }],
  ['c:\\\\*', { type: 'like', glob: 'c:\\\\*' }],
  ['re:^order (\\d+)$', { type: 'expression', source: '^order (\\d+)$' }],
  [':photo', { type: 'content', kind: 'photo' }],
  [':new_member', { type: 'occurrence', kind: 'new_member' }],
  ['*', { type: 'fallback' }],
]

describe('a pattern', () => {
  it.each(SAME)('%s is read, and written again as it was', (pattern, trigger) => {
    expect(readPattern(pattern)).toEqual(trigger)
    expect(writePattern(trigger)).toBe(pattern)
  })

  it('of an unknown kind is left to who writes patterns by hand', () => {
    expect(readPattern(':nothing')).toBeNull()
  })

  it('of a command has one slash, however it is typed', () => {
    expect(writePattern({ type: 'command', name: ' /start', argument: ' x ' })).toBe('/start x')
  })
})

/** All strings of up to `length` of these pieces. */
function strings(pieces: readonly string[], length: number): string[] {
  if (length === 0) return ['']
  const shorter = strings(pieces, length - 1)
  return [...new Set(['', ...pieces.flatMap((piece) => shorter.map((rest) => piece + rest))])]
}

describe('whatever somebody types', () => {
  const typed = strings(['a', ' ', '*', '\\', '/', ':', 're:', 'photo', 'Ж'], 4)

  it('as a text is taken as that text, and never as a pattern of another kind', () => {
    const wrong = typed.filter((text) => {
      const read = readPattern(writePattern({ type: 'text', text }))
      return read?.type !== 'text' || read.text !== text
    })
    expect(wrong).toEqual([])
  })

  it('with stars means the same when it is read back', () => {
    const stars = typed.filter((glob) => /^([^\\]|\\.)*$/.test(glob) && /[^*]/.test(glob))
    const wrong = stars.filter((glob) => {
      const read = readPattern(writePattern({ type: 'like', glob }))
      const again = read && readPattern(writePattern(read))
      return read === null || JSON.stringify(again) !== JSON.stringify(read)
    })
    expect(stars.length).toBeGreaterThan(1000)
    expect(wrong).toEqual([])
  })

  it('as an expression stays as it is', () => {
    for (const source of typed) {
      const pattern = writePattern({ type: 'expression', source })
      expect(readPattern(pattern)).toEqual({ type: 'expression', source })
    }
  })
})

describe('another kind of trigger', () => {
  it('keeps the words', () => {
    const words = startOf('like', { type: 'text', text: 'price' })
    expect(words).toEqual({ type: 'like', glob: '*price*' })
    expect(startOf('text', words)).toEqual({ type: 'text', text: 'price' })
  })

  it('does not make a command of words that are none', () => {
    expect(startOf('command', { type: 'text', text: 'good morning' })).toMatchObject({ name: '' })
  })
})
