import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api, ifMatch, type Schemas } from '~/api/client'
import { followChange } from '~/live/live'
import { showDone } from '~/parts/notices'
import { leaveDraft } from '~/place/place'
import { changedElsewhere } from '~/resources/queries'

export type Draft = Schemas['DraftView']

export function useDrafts() {
  return useQuery({ queryKey: ['drafts'], queryFn: () => answered(api.GET('/api/v1/drafts')) })
}

export function useDraftDiff(id: number) {
  return useQuery({
    queryKey: ['drafts', id, 'diff'],
    queryFn: () =>
      answered(api.GET('/api/v1/drafts/{draft_id}/diff', { params: { path: { draft_id: id } } })),
  })
}

export function useDraftFindings(id: number) {
  return useQuery({
    queryKey: ['drafts', id, 'lint'],
    queryFn: () =>
      answered(api.GET('/api/v1/drafts/{draft_id}/lint', { params: { path: { draft_id: id } } })),
  })
}

export function useBeginDraft() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => answered(api.POST('/api/v1/drafts', { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  })
}

// That something is done is said here: the part that asked for it may be gone by then, with its card.

export function useUpdateDraft() {
  const queries = useQueryClient()
  const { t } = useTranslation()
  return useMutation({
    mutationFn: ({ id, ...body }: Schemas['DraftPatch'] & { id: number }) =>
      answered(
        api.PATCH('/api/v1/drafts/{draft_id}', { params: { path: { draft_id: id } }, body }),
      ),
    onSuccess: async () => {
      showDone(t('states.saved'))
      await queries.invalidateQueries({ queryKey: ['drafts'] })
    },
  })
}

/** `version` is the one that was looked at: what was added since is not made live unseen. */
export function usePublishDraft(id: number) {
  const queries = useQueryClient()
  const { t } = useTranslation('changes')
  return useMutation({
    mutationFn: ({ version, overwrite }: { version: number; overwrite: Schemas['Reference'][] }) =>
      answered(
        api.POST('/api/v1/drafts/{draft_id}/publish', {
          params: { path: { draft_id: id }, header: ifMatch(version) },
          body: { overwrite },
        }),
      ),
    onSuccess: async ({ seq }) => {
      showDone(t('drafts.published'))
      leaveDraft(id)
      followChange(seq)
      await changedElsewhere(queries)
    },
    onError: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  })
}

export function useDropDraft() {
  const queries = useQueryClient()
  const { t } = useTranslation('changes')
  return useMutation({
    mutationFn: (id: number) =>
      answered(api.DELETE('/api/v1/drafts/{draft_id}', { params: { path: { draft_id: id } } })),
    onSuccess: async (_, id) => {
      showDone(t('drafts.dropped'))
      leaveDraft(id)
      await queries.invalidateQueries({ queryKey: ['drafts'] })
    },
  })
}
