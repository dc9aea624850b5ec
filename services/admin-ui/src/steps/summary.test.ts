import './texts'
import i18next from 'i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { kindOf, STEP_KINDS } from './kinds'
import { patched, type Step, type StepOf } from './step'
import { variablesOf } from './variables'

afterEach(async () => {
  await i18next.changeLanguage('en')
})

function said(step: Step): string | undefined {
  return kindOf(step.type).summary?.(step, i18next.getFixedT(null, 'steps'))
}

const WHEN: Step = {
  type: 'when',
  match: 'any',
  conditions: [
    { type: 'variable', name: 'city', value: 'Berlin' },
    { type: 'language', among: ['ru', 'uk'], negate: true },
  ],
  otherwise: [
    { type: 'random', choices: [{ steps: [] }, { steps: [{ type: 'set', variable: 'luck' }] }] },
  ],
}

describe('what a step does', () => {
  it('is a line, in both languages', async () => {
    expect(said(WHEN)).toBe('If city is “Berlin” or not (the language is ru, uk)')
    expect(said({ type: 'wait', seconds: 7200 })).toBe('2 hours')
    await i18next.changeLanguage('ru')
    expect(said({ type: 'wait', seconds: 300 })).toBe('5 минут')
    expect(said({ type: 'set', variable: 'visits', add: 1 })).toBe('visits: прибавить 1')
  })

  it('has words for each kind, as it is when it is new', () => {
    const t = i18next.getFixedT(null, 'steps')
    for (const type of STEP_KINDS) {
      const step = kindOf(type).make()
      expect(step.type).toBe(type)
      expect(kindOf(type).summary?.(step, t) ?? '').not.toContain('undefined')
      expect(t(`kinds.${type}.name`)).not.toBe(`kinds.${type}.name`)
    }
  })
})

describe('the variables of an action', () => {
  it('are those that any of its steps sets, however deep', () => {
    const ask: Step = { type: 'ask', variable: 'name', question: '' }
    const request: Step = { type: 'request', url: '', save: { price: 'price' }, on_error: [WHEN] }
    expect(variablesOf([request, ask])).toEqual(['luck', 'name', 'price'])
  })
})

describe('a changed step', () => {
  it('leaves out what has its default', () => {
    const busy: StepOf<'typing'> = { type: 'typing', action: 'upload_photo' }
    expect(patched(busy, { action: undefined })).toEqual({ type: 'typing' })
  })
})
