import { api, changed, type Schemas } from '~/api/client'
import { asProblem } from '~/api/problem'
import { ENTITY_OF, type Kind } from '../kinds'

/** One transaction that deleted these: one event of the log for each. */
export interface Deleted {
  ids: number[]
  /** The configuration before it. */
  before: number
  after: number
}

/**
 * Undoes deletions, and answers the last event. At once, where nothing else was changed since; else
 * one by one, so that what others did stays.
 */
export async function bringBack(kind: Kind, deleted: Deleted[]): Promise<number> {
  const [first, last] = [deleted[0], deleted.at(-1)]
  if (!first || !last) return 0
  const count = deleted.reduce((sum, one) => sum + one.ids.length, 0)
  if (last.after - first.before === count) {
    try {
      return await restored({ seq: first.before, if_seq: last.after })
    } catch (error) {
      if (asProblem(error).status !== 409 && asProblem(error).status !== 412) throw error
    }
  }
  let seq = last.after
  for (const { ids, before } of deleted) {
    for (const id of ids) {
      seq = await restored({ seq: before, entity: ENTITY_OF[kind], entity_id: id })
    }
  }
  return seq
}

async function restored(body: Schemas['RestoreRequest']): Promise<number> {
  const { data } = await changed(api.POST('/api/v1/restore', { body }))
  return data.seq
}
