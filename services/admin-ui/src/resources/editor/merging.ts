import { differing, fieldsOf } from '../fields'
import type { Fields, Kind, View } from '../kinds'

/** Somebody else was faster: what both began with, what is in the form, and what there is now. */
export interface Conflict<K extends Kind> {
  base: Fields<K>
  mine: Fields<K>
  theirs: View<K>
}

export type Side = 'mine' | 'theirs'

/** Fields that both changed, to different values: a person has to choose. */
export function disputed<K extends Kind>(kind: K, conflict: Conflict<K>): string[] {
  const theirs = fieldsOf(kind, conflict.theirs)
  const byMe = differing(kind, conflict.base, conflict.mine)
  const byThem = differing(kind, conflict.base, theirs)
  const apart = differing(kind, conflict.mine, theirs)
  return apart.filter((field) => byMe.includes(field) && byThem.includes(field))
}

/** Both changes joined; of disputed fields the chosen side, by default mine. */
export function merged<K extends Kind>(
  kind: K,
  conflict: Conflict<K>,
  choices: Readonly<Record<string, Side>>,
): Fields<K> {
  const theirs = fieldsOf(kind, conflict.theirs)
  const mine = conflict.mine as unknown as Record<string, unknown>
  const byMe = differing(kind, conflict.base, conflict.mine)
  const kept = byMe.filter((field) => choices[field] !== 'theirs')
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) }
}
