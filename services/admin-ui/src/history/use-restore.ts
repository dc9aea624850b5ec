import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answered, api, changed, type Schemas } from '~/api/client'
import { followChange } from '~/live/live'
import { showProblem } from '~/parts/notices'
import { changedElsewhere } from '~/resources/queries'

/** What to bring back: one thing or, without it, everything, as it was at `seq`. */
export type Target = Pick<Schemas['RestoreRequest'], 'seq' | 'entity' | 'entity_id'>

/** The change before which something was brought back, and the change that did it. */
export type Changes = { before: number; after: number }

/** What bringing back would change, and doing it; refused with 412 if somebody changed more since. */
export function useRestore(
  target: Target,
  { onRestored, onUndone }: { onRestored: (changes: Changes) => void; onUndone: () => void },
) {
  const queries = useQueryClient()
  const preview = useQuery({
    queryKey: ['history', 'preview', target],
    queryFn: () => answered(api.POST('/api/v1/restore', { body: { ...target, preview: true } })),
    retry: false,
    staleTime: 0,
  })
  const restore = useMutation({
    mutationFn: (seen: Schemas['RestoreResult']) =>
      changed(api.POST('/api/v1/restore', { body: { ...target, if_seq: seen.seq } })),
    onSuccess: async ({ data }, { seq }) => {
      followChange(data.seq)
      onRestored({ before: seq, after: data.seq })
      await changedElsewhere(queries)
    },
    onError: () => void preview.refetch(),
  })
  /** The way back to what was before, unless somebody changed more since. */
  const undo = useMutation({
    mutationFn: ({ before, after }: Changes) =>
      answered(api.POST('/api/v1/restore', { body: { ...target, seq: before, if_seq: after } })),
    onSuccess: async ({ seq }) => {
      followChange(seq)
      onUndone()
      await changedElsewhere(queries)
    },
    onError: showProblem,
  })
  return { preview, restore, undo }
}
