import { describe, expect, it } from 'vitest'
import { shapeOf } from './shape'

describe('a value that changed', () => {
  it('is a step, or several', () => {
    const wait = { type: 'wait', seconds: 60 }
    expect(shapeOf('action[1]', wait)).toEqual({ is: 'steps', steps: [wait] })
    expect(shapeOf('action', [wait])).toEqual({ is: 'steps', steps: [wait] })
  })

  it('is no step where a document names a handler that the API has by its id', () => {
    expect(shapeOf('action[0]', { type: 'show', handler: '/start' })).toEqual({
      is: 'object',
      entries: [
        ['type', 'show'],
        ['handler', '/start'],
      ],
    })
  })

  it('is a layout, a row of it or a button in it', () => {
    expect(shapeOf('layout', [[1, 2], [3]])).toEqual({ is: 'rows', rows: [[1, 2], [3]] })
    expect(shapeOf('layout[0]', [1, 2])).toEqual({ is: 'rows', rows: [[1, 2]] })
    expect(shapeOf('layout[0][1]', 2)).toEqual({ is: 'rows', rows: [[2]] })
  })

  it('refers to a handler or a keyboard', () => {
    expect(shapeOf('keyboard_id', 3)).toEqual({ is: 'reference', kind: 'keyboards', id: 3 })
    const path = 'action[0].then[1].handler_id'
    expect(shapeOf(path, 7)).toEqual({ is: 'reference', kind: 'handlers', id: 7 })
  })

  it('is a plain one, or nothing', () => {
    expect(shapeOf('priority', 3)).toEqual({ is: 'text', text: '3' })
    expect(shapeOf('enabled', false)).toEqual({ is: 'no' })
    for (const empty of [null, '', []]) expect(shapeOf('media', empty)).toEqual({ is: 'nothing' })
  })
})
