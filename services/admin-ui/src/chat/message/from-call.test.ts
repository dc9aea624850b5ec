import { describe, expect, it } from 'vitest'
import { fromCall } from './from-call'

const CHAT = { chat_id: 1 }

describe('a call of the Bot API', () => {
  it('sends a text with buttons under it', () => {
    const effect = fromCall({
      method: 'sendMessage',
      params: {
        ...CHAT,
        text: '<b>a</b>',
        parse_mode: 'HTML',
        protect_content: true,
        reply_markup: {
          inline_keyboard: [
            [{ text: 'A', callback_data: 'a', style: 'danger' }],
            [{ text: 'B', url: 'https://example.org' }],
          ],
        },
      },
    })
    expect(effect).toMatchObject({
      does: 'send',
      chat: '1',
      keyboard: undefined,
      message: {
        text: [{ type: 'bold', children: ['a'] }],
        protect: true,
        keys: [
          [{ label: 'A', kind: 'callback', data: 'a', style: 'danger' }],
          [{ label: 'B', kind: 'url', url: 'https://example.org' }],
        ],
      },
    })
  })

  it('puts up a reply keyboard, and takes it away', () => {
    const shown = {
      keyboard: [[{ text: 'Yes' }, { text: '📱', request_contact: true }]],
      input_field_placeholder: 'Well?',
    }
    expect(
      fromCall({ method: 'sendMessage', params: { ...CHAT, text: 'a', reply_markup: shown } }),
    ).toMatchObject({
      keyboard: {
        placeholder: 'Well?',
        rows: [
          [
            { label: 'Yes', kind: 'text' },
            { label: '📱', kind: 'request_contact' },
          ],
        ],
      },
    })
    const taken = { remove_keyboard: true }
    expect(
      fromCall({ method: 'sendMessage', params: { ...CHAT, text: 'a', reply_markup: taken } }),
    ).toMatchObject({ keyboard: null })
  })

  it('sends media with a caption', () => {
    const params = { ...CHAT, photo: 'https://example.org/a.jpg', caption: 'a', has_spoiler: true }
    expect(fromCall({ method: 'sendPhoto', params })).toMatchObject({
      message: {
        text: ['a'],
        media: [{ type: 'photo', source: 'https://example.org/a.jpg', spoiler: true }],
      },
    })
  })

  it('sends an album, whose first item has the caption', () => {
    const media = [
      { type: 'photo', media: 'a', caption: 'x', show_caption_above_media: true },
      { type: 'video', media: 'b' },
    ]
    expect(fromCall({ method: 'sendMediaGroup', params: { ...CHAT, media } })).toMatchObject({
      message: {
        text: ['x'],
        textAbove: true,
        media: [
          { type: 'photo', source: 'a' },
          { type: 'video', source: 'b' },
        ],
      },
    })
  })

  it.each([
    [
      'sendVenue',
      { latitude: 1, longitude: 2, title: 't', address: 'a' },
      { type: 'location', title: 't' },
    ],
    [
      'sendContact',
      { phone_number: '+1', first_name: 'Ann' },
      { type: 'contact', first_name: 'Ann' },
    ],
    [
      'sendPoll',
      { question: 'q', options: [{ text: 'a' }, { text: 'b' }], correct_option_ids: [1] },
      { type: 'poll', options: ['a', 'b'], correct_option: 1, anonymous: true },
    ],
  ])('%s sends what it says', (method, params, media) => {
    expect(fromCall({ method, params: { ...CHAT, ...params } })).toMatchObject({
      message: { media: [media] },
    })
  })

  it.each([
    ['editMessageText', { text: 'a' }, { does: 'edit', message: { text: ['a'] } }],
    ['editMessageMedia', { media: { type: 'photo', media: 'a' } }, { does: 'edit' }],
    ['editMessageReplyMarkup', {}, { does: 'editKeys', keys: [] }],
    ['deleteMessage', {}, { does: 'delete' }],
    ['answerCallbackQuery', {}, { does: 'nothing' }],
    ['answerCallbackQuery', { text: 'a' }, { does: 'toast', text: 'a' }],
    ['answerCallbackQuery', { text: 'a', show_alert: true }, { does: 'alert', text: 'a' }],
    ['sendChatAction', { action: 'typing' }, { does: 'typing' }],
    ['forwardMessage', { chat_id: '@shop' }, { does: 'forward', chat: '@shop' }],
    ['approveChatJoinRequest', {}, { does: 'approve' }],
    ['banChatMember', {}, { does: 'other', method: 'banChatMember' }],
  ])('%s %j does what it says', (method, params, effect) => {
    expect(fromCall({ method, params })).toMatchObject(effect)
  })
})
