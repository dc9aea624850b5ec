import './texts'
import i18next from 'i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { placeName } from './places'

afterEach(async () => {
  await i18next.changeLanguage('en')
})

function said(path: string): string {
  return placeName(path, i18next.getFixedT(null, 'changes'))
}

describe('where something changed', () => {
  it('is told in words, however deep it is', async () => {
    expect(said('message')).toBe('Text')
    expect(said('action[1].then[0].text')).toBe('What it does, step 2, then, step 1, text')
    expect(said('action[0].choices[2].weight')).toBe(
      'What it does, step 1, choices, choice 3, weight',
    )
    expect(said('layout[1]')).toBe('Buttons, row 2')
    expect(said('layout[0][2]')).toBe('Buttons, row 1, button 3')
    await i18next.changeLanguage('ru')
    expect(said('layout[0][2]')).toBe('Кнопки, ряд 1, кнопка 3')
  })

  it('has the name itself where there is no word for it', () => {
    expect(said('action[0].some_thing')).toBe('What it does, step 1, some thing')
  })
})
