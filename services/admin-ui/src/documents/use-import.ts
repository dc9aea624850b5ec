import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered, api, type Schemas } from '~/api/client'
import { asProblem } from '~/api/problem'
import { followChange } from '~/live/live'
import { changedElsewhere } from '~/resources/queries'

export type Plan = Schemas['Plan']

export interface Import {
  text: string
  /** Whether what the document does not have stays. */
  keepRest: boolean
}

/**
 * Plans what a document would change, and carries the plan out; both say where it is wrong. A plan
 * that somebody else's change has outdated is made anew.
 */
export function useImport(onApplied: () => void) {
  const queries = useQueryClient()
  const plan = useMutation({
    mutationFn: ({ text, keepRest }: Import) =>
      answered(
        api.POST('/api/v1/plan', { params: { query: { delete: !keepRest } }, ...bodyOf(text) }),
      ),
  })
  const apply = useMutation({
    mutationFn: ({ text, keepRest, planned }: Import & { planned: Plan }) =>
      answered(
        api.POST('/api/v1/apply', {
          params: { query: { delete: !keepRest, plan_id: planned.plan_id } },
          ...bodyOf(text),
        }),
      ),
    onSuccess: async ({ seq }) => {
      followChange(seq)
      onApplied()
      await changedElsewhere(queries)
    },
    onError: (error, { text, keepRest }) => {
      if (isOutdated(error)) plan.mutate({ text, keepRest })
    },
  })
  return { plan, apply }
}

export function isOutdated(error: unknown): boolean {
  return error !== null && asProblem(error).code === 'plan_outdated'
}

/** YAML takes JSON as well, so all goes as YAML, just as it was given. */
function bodyOf(text: string) {
  return {
    body: text as never,
    bodySerializer: (body: unknown) => body as string,
    headers: { 'Content-Type': 'application/yaml' },
  }
}
