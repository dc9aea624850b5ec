import type { Key, ReplyKeyboard } from './model'

type Raw = Record<string, unknown>

/** https://core.telegram.org/bots/api#inlinekeyboardmarkup */
export function inlineKeys(markup: unknown): Key[][] {
  return rowsOf(markup, 'inline_keyboard').map((row) => row.map(inlineKey))
}

/** https://core.telegram.org/bots/api#replykeyboardmarkup; null takes one away, undefined says nothing of it. */
export function replyKeyboard(markup: unknown): ReplyKeyboard | null | undefined {
  if (!isRaw(markup)) return undefined
  if (markup.remove_keyboard === true) return null
  if (!('keyboard' in markup)) return undefined
  const placeholder = markup.input_field_placeholder
  return {
    rows: rowsOf(markup, 'keyboard').map((row) => row.map(replyKey)),
    placeholder: typeof placeholder === 'string' ? placeholder : null,
    oneTime: markup.one_time_keyboard === true,
  }
}

function inlineKey(raw: Raw): Key {
  const key = { ...blank(raw), kind: 'callback' as Key['kind'] }
  if (typeof raw.callback_data === 'string') return { ...key, data: raw.callback_data }
  if (typeof raw.url === 'string') return { ...key, kind: 'url', url: raw.url }
  if (isRaw(raw.web_app)) return { ...key, kind: 'web_app', url: String(raw.web_app.url) }
  if (isRaw(raw.copy_text)) return { ...key, kind: 'copy_text', data: String(raw.copy_text.text) }
  if (typeof raw.switch_inline_query === 'string') {
    return { ...key, kind: 'switch_inline', data: raw.switch_inline_query }
  }
  return {
    ...key,
    kind: 'switch_inline_current',
    data: asText(raw.switch_inline_query_current_chat),
  }
}

function replyKey(raw: Raw): Key {
  const key = { ...blank(raw), kind: 'text' as Key['kind'] }
  if (raw.request_contact === true) return { ...key, kind: 'request_contact' }
  if (raw.request_location === true) return { ...key, kind: 'request_location' }
  if (isRaw(raw.request_poll)) return { ...key, kind: 'request_poll' }
  if (isRaw(raw.web_app)) return { ...key, kind: 'web_app', url: String(raw.web_app.url) }
  return key
}

function blank(raw: Raw): Omit<Key, 'kind'> {
  const style = raw.style as Key['style'] | undefined
  return { label: asText(raw.text), data: null, url: null, style: style ?? null }
}

function rowsOf(markup: unknown, name: string): Raw[][] {
  const rows = isRaw(markup) ? markup[name] : undefined
  if (!Array.isArray(rows)) return []
  // A key may be written as a text alone.
  return rows.map((row) =>
    (Array.isArray(row) ? row : []).map((key) => (isRaw(key) ? key : { text: asText(key) })),
  )
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
