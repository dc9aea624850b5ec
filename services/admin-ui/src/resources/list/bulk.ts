import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { followChange } from '~/live/live'
import { showDone, showProblem } from '~/parts/notices'
import { usePlace } from '~/place/place'
import type { Kind, Patch, View } from '../kinds'
import { changedElsewhere } from '../queries'
import { changeMany } from '../requests'
import { bringBack, type Deleted } from './bringing-back'

/** The API takes so many at once. */
const AT_ONCE = 500

/** Enables, disables and deletes many; a deletion can be undone. */
export function useBulkChanges<K extends Kind>(kind: K) {
  const at = usePlace()
  const queries = useQueryClient()
  const { t } = useTranslation()

  async function finish(seq: number): Promise<void> {
    await changedElsewhere(queries)
    if (at.draft === null) followChange(seq)
  }

  const enable = useMutation({
    mutationFn: async ({ ids, enabled }: { ids: number[]; enabled: boolean }) => {
      let seq = 0
      for (const part of parts(ids)) {
        const update = part.map((id) => ({ id, enabled }) as unknown as Patch<K> & { id: number })
        seq = (await changeMany(at, kind, { update })).seq
      }
      return seq
    },
    onSuccess: async (seq) => {
      await finish(seq)
      showDone(t('states.saved'))
    },
    onError: showProblem,
  })

  const remove = useMutation({
    mutationFn: async (ones: View<K>[]) => {
      const deleted: Deleted[] = []
      for (const ids of parts(ones.map((one) => one.id))) {
        const { seq } = await changeMany(at, kind, { delete: ids.map((id) => ({ id })) })
        deleted.push({ ids, before: seq - ids.length, after: seq })
      }
      return deleted
    },
    onSuccess: async (deleted, ones) => {
      await finish(deleted.at(-1)?.after ?? 0)
      const message = t('states.deletedMany', { count: ones.length })
      // What a draft changes is no event of the log, which could bring it back.
      if (at.draft !== null) return showDone(message)
      showDone(message, { label: t('actions.undo'), run: () => void undo(deleted) })
    },
    onError: (error) => {
      void changedElsewhere(queries)
      showProblem(error)
    },
  })

  async function undo(deleted: Deleted[]): Promise<void> {
    try {
      await finish(await bringBack(kind, deleted))
      showDone(t('states.restored'))
    } catch (error) {
      await changedElsewhere(queries)
      showProblem(error)
    }
  }

  return { enable, remove }
}

function parts(ids: number[]): number[][] {
  const count = Math.ceil(ids.length / AT_ONCE)
  return Array.from({ length: count }, (_, part) => ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
}
