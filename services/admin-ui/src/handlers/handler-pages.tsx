import './texts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { fieldsOf } from '~/resources/fields'
import { nameOf } from '~/resources/kinds'
import { useOne } from '~/resources/queries'
import { BLANK, HandlerEditor } from './handler-editor'

const present = getRouteApi('/handlers/$id')
const fresh = getRouteApi('/handlers/new')

export function PresentHandler() {
  const { id } = present.useParams()
  return <HandlerEditor key={id} id={id} />
}

/** Blank, of a suggested pattern, or a copy of another one. */
export function NewHandler() {
  const { pattern, of } = fresh.useSearch()
  if (of !== undefined) return <Copy key={of} of={of} />
  return <HandlerEditor id={null} {...(pattern ? { begin: { ...BLANK, pattern } } : {})} />
}

function Copy({ of }: { of: number }) {
  const { t } = useTranslation('handlers')
  const { data, error, refetch } = useOne('handlers', of)
  if (error) return <ProblemAlert error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  const title = t('copyOf', { name: nameOf('handlers', data) })
  return <HandlerEditor id={null} begin={{ ...fieldsOf('handlers', data), title, pattern: '' }} />
}
