import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { keyOf, keysOf, useItemSpots } from './keys'
import type { Spot } from './spot'
import { inserted, moved, patched, removed, replaced, type Step } from './step'

const STEPS: Step[] = [{ type: 'reply' }, { type: 'wait', seconds: 5 }, { type: 'stop' }]

describe('the key of a step', () => {
  it('goes where the step goes', () => {
    const [reply, wait, stop] = keysOf(STEPS, STEPS)
    expect(keysOf(moved(STEPS, 0, 2), STEPS)).toEqual([wait, stop, reply])
    expect(keysOf(removed(STEPS, 0), STEPS)).toEqual([wait, stop])
  })

  it('stays when the step is changed, or comes back from a save', () => {
    const keys = keysOf(STEPS, STEPS)
    const later = replaced(STEPS, 1, patched(STEPS[1] as Step, { seconds: 6 }))
    expect(keysOf(later, STEPS)).toEqual(keys)
    expect(keysOf(structuredClone(later), later)).toEqual(keys)
  })

  it('is a new one for a copy', () => {
    const [reply, wait, stop] = keysOf(STEPS, STEPS)
    const copy = structuredClone(STEPS[0] as Step)
    expect(keysOf(inserted(STEPS, 1, copy), STEPS)).toEqual([reply, keyOf(copy), wait, stop])
    expect(keyOf(copy)).not.toBe(reply)
  })
})

describe('the errors of a step', () => {
  function pathsOf(spot: Spot, keys: string[]) {
    const { result, rerender } = renderHook(({ at, of }) => useItemSpots(of, at), {
      initialProps: { at: spot, of: keys },
    })
    return {
      paths: () => result.current.map((one) => one.path),
      rerender: (at: Spot, of: string[]) => rerender({ at, of }),
    }
  }
  const spot = (): Spot => ({
    path: 'action[0].then',
    errorOf: () => undefined,
    readOnly: false,
    variables: [],
  })

  it('stay with it when it is moved, until others come', () => {
    const first = spot()
    const { paths, rerender } = pathsOf(first, ['a', 'b'])
    expect(paths()).toEqual(['action[0].then[0]', 'action[0].then[1]'])
    rerender(first, ['b', 'new', 'a'])
    expect(paths()).toEqual(['action[0].then[1]', 'action[0].then[new]', 'action[0].then[0]'])
    rerender(spot(), ['b', 'new', 'a'])
    expect(paths()).toEqual(['action[0].then[0]', 'action[0].then[1]', 'action[0].then[2]'])
  })
})
