import './texts'
import { getRouteApi } from '@tanstack/react-router'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { fieldsOf } from '~/resources/fields'
import { useOne } from '~/resources/queries'
import { BLANK_CALLBACK } from './blank'
import { CallbackEditor } from './callback-editor'

const present = getRouteApi('/callbacks/$id')
const fresh = getRouteApi('/callbacks/new')

export function PresentCallback() {
  const { id } = present.useParams()
  return <CallbackEditor key={id} id={id} />
}

/** Blank, for the data of a button, or a copy of another one. */
export function NewCallback() {
  const { data, of } = fresh.useSearch()
  if (of !== undefined) return <Copy key={of} of={of} />
  return (
    <CallbackEditor
      id={null}
      {...(data ? { begin: { ...BLANK_CALLBACK, callback_data: data } } : {})}
    />
  )
}

/** With other data, for no two callbacks have the same. */
function Copy({ of }: { of: number }) {
  const { data, error, refetch } = useOne('callbacks', of)
  if (error) return <ProblemAlert error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return <CallbackEditor id={null} begin={{ ...fieldsOf('callbacks', data), callback_data: '' }} />
}
