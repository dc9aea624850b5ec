import { describe, expect, it } from 'vitest'
import type { Call } from '../message/from-call'
import { EMPTY } from '../message/model'
import type { Explanation, Said } from './asking'
import { chatAfter, type Turn, waitingQuestion } from './conversation'

const INLINE = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] }

function turn(id: number, said: Said, messages: Call[], part: Partial<Turn> = {}): Turn {
  const told = { messages, steps: [], question: null } as unknown as Explanation
  return { id, said, pressed: null, told, error: null, ...part }
}

function send(text: string, reply_markup?: object): Call {
  return { method: 'sendMessage', params: { chat_id: 1, text, reply_markup } }
}

const ASKED = turn(1, { text: '/start' }, [send('Hello', INLINE)])
const PRESS: Said = { button: 'more', label: 'More', under: EMPTY }

function onPress(...messages: Call[]) {
  return chatAfter([ASKED, turn(2, PRESS, messages, { pressed: '1.1' })])
}

describe('a conversation', () => {
  it('shows what was said and what was answered', () => {
    const [first] = chatAfter([ASKED]).turns
    expect(first?.entries).toMatchObject([
      { id: '1', is: 'said', said: { text: '/start' } },
      { id: '1.1', is: 'message', message: { text: ['Hello'], keys: [[{ label: 'More' }]] } },
    ])
  })

  it('has an edited message where it was', () => {
    const params = { chat_id: 1, message_id: 1, text: 'More of it' }
    const { turns } = onPress({ method: 'editMessageText', params })
    expect(turns[0]?.entries[1]).toMatchObject({ id: '1.1', message: { text: ['More of it'] } })
    expect(turns[1]?.entries).toHaveLength(1)
  })

  it('says in the place of a deleted message that it is deleted', () => {
    const { turns } = onPress({ method: 'deleteMessage', params: { chat_id: 1, message_id: 1 } })
    expect(turns[0]?.entries[1]).toMatchObject({ is: 'note', note: { name: 'deleted' } })
  })

  it("lets the bot delete the person's own message", () => {
    const deletion = { method: 'deleteMessage', params: { chat_id: 1, message_id: 1 } }
    const { turns } = chatAfter([turn(1, { text: 'spam' }, [deletion])])
    expect(turns[0]?.entries[0]).toMatchObject({ is: 'note', note: { name: 'deleted' } })
  })

  it('shows toasts and alerts', () => {
    const { turns } = onPress({
      method: 'answerCallbackQuery',
      params: { text: 'Done', show_alert: true },
    })
    expect(turns[1]?.entries[1]).toMatchObject({ note: { name: 'alert', text: 'Done' } })
  })

  it('says that the bot is silent', () => {
    const { turns } = chatAfter([turn(1, { text: 'a' }, [])])
    expect(turns[0]?.entries[1]).toMatchObject({ note: { name: 'silent' } })
  })

  it('keeps a reply keyboard until it is taken away', () => {
    const shown = turn(1, { text: 'a' }, [send('?', { keyboard: [[{ text: 'Yes' }]] })])
    expect(chatAfter([shown, ASKED]).keyboard?.rows).toMatchObject([[{ label: 'Yes' }]])
    const taken = turn(2, { text: 'b' }, [send('!', { remove_keyboard: true })])
    expect(chatAfter([shown, taken]).keyboard).toBeNull()
  })

  it('puts away a keyboard for one time when it was used', () => {
    const markup = { keyboard: [[{ text: 'Yes' }]], one_time_keyboard: true }
    const asked = turn(1, { text: 'a' }, [send('?', markup)])
    expect(chatAfter([asked]).keyboard).not.toBeNull()
    expect(chatAfter([asked, turn(2, { text: 'Yes' }, [send('!')])]).keyboard).toBeNull()
  })

  it('waits for an answer to what was asked last, whatever has failed since', () => {
    const question = { ...ASKED, told: { ...(ASKED.told as Explanation), question: 'q' } }
    const failed: Turn = { ...ASKED, id: 2, told: null, error: new Error('down') }
    expect(waitingQuestion([question, failed])).toBe('q')
    expect(waitingQuestion([question, ASKED])).toBeNull()
  })
})
