import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, changed } from '~/api/client'
import { followChange } from '~/live/live'
import { showDone, showProblem } from '~/parts/notices'
import { usePlace } from '~/place/place'
import { ENTITY_OF, type Kind, nameOf, type View } from './kinds'
import { changedElsewhere, oneKey } from './queries'
import { deleteOne } from './requests'

/**
 * Deletes without a question, and offers to undo it: the log has what was there before. `leave` goes
 * away from where it is shown.
 */
export function useDelete<K extends Kind>(kind: K, leave?: () => Promise<void>) {
  const at = usePlace()
  const queries = useQueryClient()
  const { t } = useTranslation()

  async function bringBack(id: number, seq: number): Promise<void> {
    try {
      const restored = await changed(
        api.POST('/api/v1/restore', {
          body: { seq: seq - 1, entity: ENTITY_OF[kind], entity_id: id },
        }),
      )
      await changedElsewhere(queries)
      if (restored.seq !== null) followChange(restored.seq)
      showDone(t('states.restored'))
    } catch (error) {
      showProblem(error)
    }
  }

  return useMutation({
    mutationFn: (one: View<K>) => deleteOne(at, kind, one.id),
    onSuccess: async (seq, one) => {
      await leave?.()
      queries.removeQueries({ queryKey: oneKey(at, kind, one.id) })
      await changedElsewhere(queries)
      const message = t('states.deleted', { name: nameOf(kind, one) })
      if (seq === null) return showDone(message)
      followChange(seq)
      showDone(message, { label: t('actions.undo'), run: () => bringBack(one.id, seq) })
    },
    onError: showProblem,
  })
}
