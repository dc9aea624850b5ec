import { useState } from 'react'
import { asProblem, type Problem } from '~/api/problem'
import { fieldsOf, isSame } from '~/resources/fields'
import type { Fields } from '~/resources/kinds'
import { useBulk } from '~/resources/queries'
import { useButtons } from './rows'

type ButtonFields = Fields<'buttons'>

/** Buttons of a keyboard that is being built: new and changed ones, which are saved with it. */
export interface StagedButtons {
  /** As it stands here; undefined for one that is deleted. */
  get: (id: number) => ButtonFields | undefined
  /** Answers the id by which the layout knows it until it is saved: below zero. */
  add: (fields: ButtonFields) => number
  change: (id: number, part: Partial<ButtonFields>) => void
  /** A press shall show the answer of this handler, by a callback that is made when saving. */
  shows: (id: number) => number | null
  setShows: (id: number, handlerId: number | null) => void
  isDirty: boolean
  problem: Problem | null
  /** What is wrong with a field of a button. */
  errorOf: (id: number, field: string) => Problem['errors'][number] | undefined
  /** Those that the API refused, with what is wrong. */
  wrong: readonly { id: number; problem: Problem['errors'][number] }[]
  /** `onMade` gets the ids of new ones, also where something after that is refused. */
  save: (ids: readonly number[], onMade: (names: Names) => void) => Promise<boolean>
}

/** Ids that new buttons have got, by those that they had till then. */
type Names = ReadonlyMap<number, number>

interface Changed {
  fields: ButtonFields
  /** Of the button that the change began with. */
  version: number
}

let lastId = 0

export function useStagedButtons(): StagedButtons {
  const saveButtons = useBulk('buttons')
  const saveCallbacks = useBulk('callbacks')
  const saved = useButtons()
  const [made, setMade] = useState<ReadonlyMap<number, ButtonFields>>(new Map())
  const [changed, setChanged] = useState<ReadonlyMap<number, Changed>>(new Map())
  const [handlers, setHandlers] = useState<ReadonlyMap<number, number>>(new Map())
  const [problem, setProblem] = useState<Problem | null>(null)
  /** Which buttons the last request was about, in its order. */
  const [asked, setAsked] = useState<{ create: number[]; update: number[] }>({
    create: [],
    update: [],
  })

  const original = (id: number): ButtonFields | undefined => {
    const view = saved.get(id)
    return view && fieldsOf('buttons', view)
  }
  const get = (id: number) => made.get(id) ?? changed.get(id)?.fields ?? original(id)

  function change(id: number, part: Partial<ButtonFields>): void {
    const before = get(id)
    if (before === undefined) return
    const after = { ...before, ...part }
    if (id < 0) setMade(with_(made, id, after))
    else if (isSame(after, original(id))) setChanged(lacking(changed, id))
    else {
      const version = changed.get(id)?.version ?? saved.get(id)?.version ?? 0
      setChanged(with_(changed, id, { fields: after, version }))
    }
  }

  async function save(ids: readonly number[], onMade: (names: Names) => void): Promise<boolean> {
    // One that was taken off the keyboard again is not made.
    const create = [...new Set(ids)].filter((id) => made.has(id))
    const update = [...changed.keys()].filter((id) => saved.has(id))
    setAsked({ create, update })
    try {
      const presses = pressesOf(create)
      const names = await saveThem(create, update)
      // From here on they are made, whatever is refused after them.
      onMade(names)
      setAsked({ create: [], update: [] })
      setMade(new Map())
      setChanged(new Map())
      setHandlers(new Map([...handlers].map(([id, one]) => [names.get(id) ?? id, one])))
      if (presses.length > 0) await saveCallbacks.mutateAsync({ create: presses })
      setHandlers(new Map())
      setProblem(null)
      return true
    } catch (error) {
      setProblem(asProblem(error))
      return false
    }
  }

  async function saveThem(create: number[], update: number[]): Promise<Map<number, number>> {
    if (create.length + update.length === 0) return new Map()
    const done = await saveButtons.mutateAsync({
      create: create.flatMap((id) => made.get(id) ?? []),
      update: update.map((id) => ({
        ...(changed.get(id) as Changed).fields,
        id,
        version: (changed.get(id) as Changed).version,
      })),
    })
    return new Map(create.map((id, index) => [id, done.created[index]?.id ?? id]))
  }

  /** The callbacks to make for what presses shall show. */
  function pressesOf(create: readonly number[]): Fields<'callbacks'>[] {
    return [...handlers].flatMap(([id, handler_id]) => {
      const data = get(id)?.data
      return data && (id > 0 || create.includes(id)) ? { callback_data: data, handler_id } : []
    })
  }

  function placeOf(id: number): string {
    const at = asked.create.indexOf(id)
    return at >= 0 ? `create[${at}]` : `update[${asked.update.indexOf(id)}]`
  }

  return {
    get,
    add(fields) {
      lastId -= 1
      setMade(with_(made, lastId, fields))
      return lastId
    },
    change,
    shows: (id) => handlers.get(id) ?? null,
    setShows(id, handlerId) {
      setHandlers(handlerId === null ? lacking(handlers, id) : with_(handlers, id, handlerId))
    },
    isDirty: changed.size > 0 || handlers.size > 0,
    problem,
    errorOf(id, field) {
      return problem?.errors.find((one) => one.field === `${placeOf(id)}.${field}`)
    },
    wrong: [...asked.create, ...asked.update].flatMap((id) =>
      (problem?.errors ?? [])
        .filter((one) => one.field.startsWith(placeOf(id)))
        .map((one) => ({ id, problem: one })),
    ),
    save,
  }
}

function with_<V>(map: ReadonlyMap<number, V>, id: number, value: V): ReadonlyMap<number, V> {
  return new Map(map).set(id, value)
}

function lacking<V>(map: ReadonlyMap<number, V>, id: number): ReadonlyMap<number, V> {
  const rest = new Map(map)
  rest.delete(id)
  return rest
}
