import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlace } from '~/place/place'
import { ANNA, ask, type Change, type Person, questionOf, type Said } from './asking'
import { type Turn, waitingQuestion } from './conversation'

/** A conversation with the bot as the form would make it. */
export function useConversation(changes: readonly Change[]) {
  const at = usePlace()
  const { t, i18n } = useTranslation('chat')
  const [turns, setTurns] = useState<Turn[]>([])
  const [person, setPerson] = useState<Person>(() => ({
    ...ANNA,
    firstName: t('tryIt.anna'),
    language: i18n.language,
  }))
  const next = useRef(1)

  /** Whether it was answered. */
  async function say(said: Said, pressed: string | null = null): Promise<boolean> {
    const id = next.current
    next.current += 1
    setTurns((all) => [...all, { id, said, pressed, told: null, error: null }])
    return settle(id, said)
  }

  function retry({ id, said }: Turn): Promise<boolean> {
    update(id, { error: null })
    return settle(id, said)
  }

  async function settle(id: number, said: Said): Promise<boolean> {
    try {
      const before = turns.filter((turn) => turn.id < id)
      const told = await ask(at, questionOf(said, person, waitingQuestion(before), changes))
      update(id, { told })
      setPerson((now) => ({ ...now, variables: told.variables }))
      return true
    } catch (error) {
      update(id, { error })
      return false
    }
  }

  function update(id: number, part: Partial<Turn>): void {
    setTurns((all) => all.map((turn) => (turn.id === id ? { ...turn, ...part } : turn)))
  }

  return {
    turns,
    person,
    setPerson,
    say,
    retry,
    isBusy: turns.some((turn) => turn.told === null && turn.error === null),
    clear: () => setTurns([]),
  }
}
