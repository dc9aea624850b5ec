import { describe, expect, it } from 'vitest'
import type { Button } from '../kinds'
import { type Conflict, disputed, merged } from './merging'

const BASE = {
  label: 'Prices',
  kind: 'callback',
  data: 'prices',
  url: null,
  style: null,
  icon: null,
} as const
const STAMP = { id: 7, version: 4, created_at: '', updated_at: '' }

function conflict(mine: Partial<Button>, theirs: Partial<Button>): Conflict<'buttons'> {
  return {
    base: { ...BASE },
    mine: { ...BASE, ...mine },
    theirs: { ...STAMP, ...BASE, ...theirs },
  }
}

describe('two changes of one thing', () => {
  it('in different fields are joined without a question', () => {
    const both = conflict({ label: 'Our prices' }, { style: 'success' })
    expect(disputed('buttons', both)).toEqual([])
    expect(merged('buttons', both, {})).toEqual({ ...BASE, label: 'Our prices', style: 'success' })
  })

  it('to the same value are no dispute', () => {
    expect(disputed('buttons', conflict({ label: 'Same' }, { label: 'Same' }))).toEqual([])
  })

  it('in the same field are a matter of choice', () => {
    const both = conflict({ label: 'Mine' }, { label: 'Theirs' })
    expect(disputed('buttons', both)).toEqual(['label'])
    expect(merged('buttons', both, {}).label).toBe('Mine')
    expect(merged('buttons', both, { label: 'theirs' }).label).toBe('Theirs')
  })
})
