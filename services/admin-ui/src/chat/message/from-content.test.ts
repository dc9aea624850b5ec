import { describe, expect, it } from 'vitest'
import type { KeyboardRows } from '~/keyboards/rows'
import { fromContent } from './from-content'

const KEY = { label: 'A', kind: 'callback', data: 'a', url: null, style: null } as const
const INLINE = { kind: 'inline', options: {}, rows: [[KEY]] } as unknown as KeyboardRows
const PHOTO = { type: 'photo', source: 'https://example.org/a.jpg' } as const
const STICKER = { type: 'sticker', source: 'https://example.org/a.webp' } as const

describe('the content of a handler', () => {
  it('is nothing where there is none', () => {
    expect(fromContent({ message: null }, INLINE)).toEqual([])
  })

  it('is one message with a text and keys', () => {
    const [message, ...others] = fromContent({ message: '<b>a</b>', parse_mode: 'HTML' }, INLINE)
    expect(message?.text).toEqual([{ type: 'bold', children: ['a'] }])
    expect(message?.keys).toEqual([[KEY]])
    expect(others).toEqual([])
  })

  it('is a photo with a caption, above where it is wanted', () => {
    const options = { caption_above: true, protect: true }
    const shown = fromContent({ message: 'a', photo_url: PHOTO.source, options }, undefined)
    expect(shown).toMatchObject([{ text: ['a'], media: [PHOTO], textAbove: true, protect: true }])
  })

  it('has the text below an album that can not carry the keyboard', () => {
    const shown = fromContent({ message: 'a', media: [PHOTO, PHOTO] }, INLINE)
    expect(shown).toMatchObject([
      { text: [], media: [PHOTO, PHOTO], keys: [] },
      { text: ['a'], media: [], keys: [[KEY]] },
    ])
  })

  it('has the text before what has no caption', () => {
    const shown = fromContent({ message: 'a', media: [STICKER] }, INLINE)
    expect(shown).toMatchObject([
      { text: ['a'], media: [], keys: [] },
      { text: [], media: [STICKER], keys: [[KEY]] },
    ])
  })
})
