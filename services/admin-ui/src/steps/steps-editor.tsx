import './texts'
import { useMemo } from 'react'
import { useMay } from '~/session/session'
import type { ErrorOf } from './spot'
import type { Step } from './step'
import { StepList } from './step-list'
import { variablesOf } from './variables'

/** What is done, one step after the other; steps within steps, too. */
export function StepsEditor({
  value,
  onChange,
  errorOf,
  field = 'action',
  readOnly = false,
}: {
  value: readonly Step[]
  onChange: (steps: Step[]) => void
  /** Errors of the server, by fields such as `action[0].then[2].text`. */
  errorOf: ErrorOf
  field?: string
  readOnly?: boolean
}) {
  const mayEdit = useMay('editor')
  const variables = useMemo(() => variablesOf(value), [value])
  const spot = { path: field, errorOf, readOnly: readOnly || !mayEdit, variables }
  return <StepList steps={value} onChange={onChange} spot={spot} />
}
