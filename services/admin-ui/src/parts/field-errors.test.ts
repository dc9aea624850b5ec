import { renderHook } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { Problem } from '~/api/problem'
import { useFieldErrors } from './field-errors'

const REFUSED = new Problem({
  code: 'invalid',
  status: 422,
  errors: [
    { field: 'layout[0][2]', rule: 'exists', detail: 'there is no button 9' },
    { field: 'message', rule: 'new_rule', detail: 'is not to our taste' },
  ],
})

afterEach(async () => {
  await i18next.changeLanguage('en')
})

describe('the error of a field', () => {
  it('is in the words of the API, in English', () => {
    const { result } = renderHook(() => useFieldErrors(REFUSED))
    expect(result.current('layout[0][2]')).toBe('There is no button 9')
    expect(result.current('title')).toBeUndefined()
  })

  it('of a part is that of a whole, where it is asked for', () => {
    const { result } = renderHook(() => useFieldErrors(REFUSED))
    expect(result.current('layout')).toBeUndefined()
    expect(result.current('layout', true)).toBe('There is no button 9')
  })

  it('is in Russian where the rule is known, and else in the words of the API', async () => {
    await i18next.changeLanguage('ru')
    const { result } = renderHook(() => useFieldErrors(REFUSED))
    expect(result.current('layout[0][2]')).toBe('Этого больше нет: there is no button 9')
    expect(result.current('message')).toBe('Is not to our taste')
  })
})
