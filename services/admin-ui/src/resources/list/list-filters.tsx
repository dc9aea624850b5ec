import { CloseButton, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListSearch } from './list-search'

const TYPING_MS = 250

/** Search, and whether it is enabled; more filters go beside. */
export function ListFilters({
  search,
  onSearch,
  canDisable,
  children,
}: {
  search: ListSearch
  onSearch: (change: Partial<ListSearch>) => void
  canDisable: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(search.q ?? '')
  const look = useDebouncedCallback((q: string) => onSearch({ q }), TYPING_MS)

  function type(q: string): void {
    setText(q)
    look(q)
  }

  return (
    <Group gap="xs">
      <TextInput
        type="search"
        data-focus-else
        aria-label={t('actions.search')}
        placeholder={t('actions.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          text && (
            <CloseButton size="sm" aria-label={t('list.clearSearch')} onClick={() => type('')} />
          )
        }
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        w={{ base: '100%', xs: 260 }}
      />
      {canDisable && (
        <SegmentedControl
          size="xs"
          aria-label={t('list.state')}
          value={search.enabled === undefined ? 'all' : String(search.enabled)}
          onChange={(value) =>
            onSearch({ enabled: value === 'all' ? undefined : value === 'true' } as ListSearch)
          }
          data={[
            { value: 'all', label: t('list.all') },
            { value: 'true', label: t('list.enabled') },
            { value: 'false', label: t('list.disabled') },
          ]}
        />
      )}
      {children}
    </Group>
  )
}
