import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlace } from '~/place/place'
import { ANNA, ask, type Change, type Person, questionOf, type Said } from './asking'
import { type Turn, waitingQuestion } from './conversation'

interface Conversation {
  turns: Turn[]
  person: Person
}

/** A conversation with the bot as the form would make it: what is said is answered in its turn. */
export function useConversation(changes: readonly Change[]) {
  const at = usePlace()
  const { t, i18n } = useTranslation('chat')
  const [shown, setShown] = useState<Conversation>(() => ({
    turns: [],
    person: { ...ANNA, firstName: t('tryIt.anna'), language: i18n.language },
  }))
  // What is asked next must know the answer before, which may not be drawn yet.
  const now = useRef(shown)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const next = useRef(1)

  function change(part: Partial<Conversation>): void {
    now.current = { ...now.current, ...part }
    setShown(now.current)
  }

  function changeTurn(id: number, part: Partial<Turn>): void {
    change({
      turns: now.current.turns.map((turn) => (turn.id === id ? { ...turn, ...part } : turn)),
    })
  }

  /** Whether it was answered. */
  function say(said: Said, pressed: string | null = null): Promise<boolean> {
    const turn: Turn = { id: next.current, said, pressed, told: null, error: null }
    next.current += 1
    change({ turns: [...now.current.turns, turn] })
    return settled(turn)
  }

  function retry(turn: Turn): Promise<boolean> {
    changeTurn(turn.id, { error: null })
    return settled(turn)
  }

  function settled(turn: Turn): Promise<boolean> {
    const answer = last.current.then(() => settle(turn))
    last.current = answer
    return answer
  }

  async function settle({ id, said }: Turn): Promise<boolean> {
    const { turns, person } = now.current
    const waiting = waitingQuestion(turns.filter((turn) => turn.id < id))
    try {
      const told = await ask(at, questionOf(said, person, waiting, changes))
      changeTurn(id, { told })
      change({ person: { ...now.current.person, variables: told.variables } })
      return true
    } catch (error) {
      changeTurn(id, { error })
      return false
    }
  }

  return {
    ...shown,
    setPerson: (person: Person) => change({ person }),
    say,
    retry,
    clear: () => change({ turns: [] }),
  }
}
