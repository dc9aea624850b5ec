import './texts'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoChoices } from '~/parts/use-no-choices'
import { usePlace } from '~/place/place'
import { nameOf } from '~/resources/kinds'
import { useOne } from '~/resources/queries'
import { listPage } from '~/resources/requests'

const TYPING_MS = 200

/** One handler, found by its name or pattern. */
export function HandlerChoice({
  label,
  description,
  value,
  onChange,
  error,
  readOnly = false,
}: {
  label: string
  description?: string
  value: number | null
  onChange: (id: number | null) => void
  error?: string | undefined
  readOnly?: boolean
}) {
  const { t } = useTranslation('handlers')
  const at = usePlace()
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text, TYPING_MS)
  const found = useQuery({
    queryKey: ['resources', at.draft, 'handlers', 'choice', q],
    queryFn: ({ signal }) => listPage(at, 'handlers', q ? { q } : {}, null, signal),
    placeholderData: (before) => before,
  })
  const isPending = found.isPending || found.isPlaceholderData || text !== q
  const noChoices = useNoChoices(t('choice.none'), { isPending, error: found.error })
  const chosen = useOne('handlers', value)
  const shown = [...(chosen.data ? [chosen.data] : []), ...(found.data?.items ?? [])]
  const unique = [...new Map(shown.map((one) => [one.id, one])).values()]
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('choice.placeholder')}
      nothingFoundMessage={noChoices}
      searchable
      clearable
      limit={50}
      // The API has searched already.
      filter={({ options }) => options}
      data={unique.map((one) => ({
        value: String(one.id),
        label: one.title ? `${one.title} (${one.pattern})` : nameOf('handlers', one),
      }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      onSearchChange={setText}
      error={error}
      readOnly={readOnly}
    />
  )
}
