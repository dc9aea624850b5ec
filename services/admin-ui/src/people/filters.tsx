import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { asProblem, type FieldProblem } from '~/api/problem'
import { Choice } from './choice'
import { DidFilter } from './did-filter'
import { DidWhen } from './did-when'
import { SEEN, SINCE, SORTS } from './search'
import { usePeopleSearch, useSetPeopleSearch } from './use-people'

const TYPING_MS = 300

export function Filters({ error }: { error: unknown }) {
  const { t } = useTranslation('people')
  const search = usePeopleSearch()
  const set = useSetPeopleSearch()
  const tags = useQuery({
    queryKey: ['people', 'tags'],
    queryFn: () => answered(api.GET('/api/v1/people/tags')),
  })
  const isDidTooLong = error ? asProblem(error).errors.some(isTooLong) : false
  const tagNames = tags.data?.items.map((one) => one.tag) ?? []
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" verticalSpacing="xs">
      <Typed name="q" label={t('filters.q')} value={search.q} />
      <Select
        label={t('filters.tag')}
        placeholder={t('filters.any')}
        size="xs"
        clearable
        searchable
        clearButtonProps={{ 'aria-label': t('filters.clear', { name: t('filters.tag') }) }}
        value={search.tag ?? null}
        onChange={(value) => set({ tag: value ?? undefined })}
        data={[...new Set([...(search.tag ? [search.tag] : []), ...tagNames])]}
      />
      <Typed name="source" label={t('filters.source')} value={search.source} />
      <Typed name="language" label={t('filters.language')} value={search.language} />
      <Choice
        label={t('filters.seen')}
        value={search.seen}
        options={SEEN.map((value) => ({ value, label: t(`seen.${value}`) }))}
        choose={(value) => set({ seen: SEEN.find((one) => one === value) })}
      />
      <Choice
        label={t('filters.came')}
        value={search.came}
        options={SINCE.map((value) => ({ value, label: t(`seen.${value}`) }))}
        choose={(value) => set({ came: SINCE.find((one) => one === value) })}
      />
      <DidFilter />
      {search.did && <DidWhen isTooLong={isDidTooLong} />}
      <Choice
        label={t('filters.blocked')}
        value={search.blocked === undefined ? undefined : String(search.blocked)}
        options={(['true', 'false'] as const).map((value) => ({
          value,
          label: t(`blocked.${value}`),
        }))}
        choose={(value) => set({ blocked: value === null ? undefined : value === 'true' })}
      />
      <Select
        label={t('filters.sort')}
        size="xs"
        allowDeselect={false}
        value={search.sort ?? '-last_seen'}
        onChange={(value) => set({ sort: SORTS.find((one) => one === value) })}
        data={SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      />
    </SimpleGrid>
  )
}

/** Of days that stats has not packed yet, the API reads only a few. */
export function isTooLong({ field, rule }: FieldProblem): boolean {
  return field === 'did_from' && rule === 'range'
}

function Typed({
  name,
  label,
  value = '',
}: {
  name: 'q' | 'source' | 'language'
  label: string
  value?: string | undefined
}) {
  const set = useSetPeopleSearch()
  const [typed, setTyped] = useState(value)
  const send = useDebouncedCallback((text: string) => set({ [name]: text || undefined }), TYPING_MS)
  // The address changes without typing, too: by a link, or by going back.
  useEffect(() => setTyped(value), [value])
  return (
    <TextInput
      label={label}
      size="xs"
      type="search"
      leftSection={name === 'q' ? <IconSearch size={14} aria-hidden /> : undefined}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}
