import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { asProblem, type Problem } from '~/api/problem'
import { usePlace } from '~/place/place'
import { differing, fieldsOf, only } from '../fields'
import type { Fields, Kind, Patch, View } from '../kinds'
import { oneKey, useChange, useCreate, useOne } from '../queries'
import type { Conflict } from './merging'

export interface Editor<K extends Kind> {
  kind: K
  id: number | null
  /** What the form shows. */
  value: Fields<K>
  set: (part: Partial<Fields<K>>) => void
  /** What it was when it was last read or saved here; null for what is not made yet. */
  saved: View<K> | null
  isDirty: boolean
  /** Nothing to show yet. */
  isPending: boolean
  loadError: Problem | null
  reload: () => void
  /** `agreed` in place of what the form shows. */
  save: (agreed?: Fields<K>) => Promise<View<K> | null>
  isSaving: boolean
  /** Of the last save. */
  error: Problem | null
  /** Somebody else changed it since; `settle` goes on with what was agreed on. */
  conflict: Conflict<K> | null
  settle: (agreed: Fields<K>) => void
  /** It was deleted meanwhile; the next save makes it anew. */
  isGone: boolean
}

/**
 * The state of a form for one thing: `id` null makes a new one. Its form shows `begin` at first, and
 * is unsaved as far as that differs from `blank`.
 */
export function useEditor<K extends Kind>(
  kind: K,
  id: number | null,
  blank: Fields<K>,
  begin: Fields<K> = blank,
): Editor<K> {
  const at = usePlace()
  const queries = useQueryClient()
  const loaded = useOne(kind, id)
  const create = useCreate(kind)
  const change = useChange(kind)
  const [saved, setSaved] = useState<View<K> | null>(loaded.data ?? null)
  const [value, setValue] = useState<Fields<K>>(loaded.data ? fieldsOf(kind, loaded.data) : begin)
  const [error, setError] = useState<Problem | null>(null)
  const [conflict, setConflict] = useState<Conflict<K> | null>(null)
  const [isGone, setGone] = useState(false)

  const base = saved === null ? blank : fieldsOf(kind, saved)
  const changes = differing(kind, base, value)
  const isDirty = changes.length > 0

  useEffect(() => {
    // What others changed shows at once; but a form that is being filled in stays as it is.
    if (loaded.data && !isDirty && loaded.data.version !== saved?.version) adopt(loaded.data)
  })

  function adopt(view: View<K>): void {
    setSaved(view)
    setValue(fieldsOf(kind, view))
    setError(null)
    setConflict(null)
    setGone(false)
  }

  async function save(agreed: Fields<K> = value): Promise<View<K> | null> {
    try {
      const done =
        saved === null || isGone
          ? await create.mutateAsync(agreed)
          : await change.mutateAsync({
              id: saved.id,
              version: saved.version,
              patch: only(agreed, differing(kind, base, agreed)) as Patch<K>,
            })
      adopt(done.data)
      return done.data
    } catch (caught) {
      const problem = asProblem(caught)
      setError(problem)
      if (problem.code === 'precondition_failed') {
        const theirs = problem.present as View<K>
        setConflict({ base, mine: agreed, theirs })
        queries.setQueryData(oneKey(at, kind, theirs.id), theirs)
      }
      if (problem.status === 404 && saved !== null) setGone(true)
      return null
    }
  }

  return {
    kind,
    id,
    value,
    set: (part) => setValue((before) => ({ ...before, ...part })),
    saved,
    isDirty,
    isPending: id !== null && saved === null && !loaded.error,
    loadError: saved === null && loaded.error ? asProblem(loaded.error) : null,
    reload: () => void loaded.refetch(),
    save,
    isSaving: create.isPending || change.isPending,
    error,
    conflict,
    settle: (agreed) => {
      if (conflict === null) return
      setSaved(conflict.theirs)
      setValue(agreed)
      setConflict(null)
      setError(null)
    },
    isGone,
  }
}
