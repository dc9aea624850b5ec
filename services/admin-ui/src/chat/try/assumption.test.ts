import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { en } from '~/i18n/en/chat'
import { ru } from '~/i18n/ru/chat'
import { type Assumption, assumptionText } from './assumption'

// The type makes the compiler ask for every code of the API's schema.
const PARAMS: Record<Exclude<Assumption['code'], 'passed'>, Record<string, string>> = {
  not_subscribed: { chat: '@news' },
  answer: { variable: 'city' },
  pause: { seconds: '60' },
  request: { method: 'GET', url: 'https://api.example.org/7' },
  too_long: {},
}

describe.each([
  ['en', en],
  ['ru', ru],
])('what is assumed, in %s', (language, chat) => {
  const i18n = createInstance()
  i18n.init({
    lng: language,
    resources: { [language]: { chat } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const t = i18n.getFixedT(language, 'chat')

  it.each(Object.entries(PARAMS))('has words for %s with all its parameters', (code, params) => {
    const words = assumptionText({ code: code as Assumption['code'], params }, t)
    expect(words).not.toContain('tryIt')
    expect(words).not.toContain('{{')
    for (const value of Object.values(params)) expect(words).toContain(value)
  })
  it.each(['other_bot', 'membership', 'no_sender', 'kind'])(
    'has words for an update passed over because of %s',
    (reason) => {
      const params = { reason, ...(reason === 'other_bot' ? { bot: 'another_bot' } : {}) }
      const words = assumptionText({ code: 'passed', params }, t)
      expect(words).not.toContain('tryIt')
      expect(words).not.toContain('{{')
      if (params.bot) expect(words).toContain('@another_bot')
    },
  )
})
