import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answered, api, type Schemas } from '~/api/client'
import { currentLanguage } from '~/i18n'
import { followChange } from '~/live/live'
import { changedElsewhere } from '~/resources/queries'
import { TEMPLATES, type TemplateName } from './templates'

export type Plan = Schemas['Plan']

/** What there is besides stays: a template only adds, or changes what has its names. */
const QUERY = { delete: false }

/** What a template would change, and how to carry that out. */
export function useTemplate(name: TemplateName) {
  const queries = useQueryClient()
  // The generated type of a document is an empty object.
  const body = TEMPLATES[name][currentLanguage()] as never
  const plan = useQuery({
    queryKey: ['home', 'template', name, currentLanguage()],
    queryFn: () => answered(api.POST('/api/v1/plan', { params: { query: QUERY }, body })),
    staleTime: 0,
  })
  const apply = useMutation({
    mutationFn: (planned: Plan) =>
      answered(
        api.POST('/api/v1/apply', {
          params: { query: { ...QUERY, plan_id: planned.plan_id } },
          body,
        }),
      ),
    onSuccess: async (applied) => {
      followChange(applied.seq)
      await changedElsewhere(queries)
    },
  })
  return { plan, apply }
}
