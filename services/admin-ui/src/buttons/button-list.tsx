import './texts'
import { Button, Select, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import type { ListSearch } from '~/resources/list/list-search'
import { type Column, NameLink, ResourceList } from '~/resources/list/resource-list'
import { useMay } from '~/session/session'
import { BUTTON_KINDS } from './button-fields'

const route = getRouteApi('/buttons')

export function ButtonList() {
  const { t } = useTranslation(['buttons', 'common'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useMay('editor')

  function look(change: Partial<ListSearch>): void {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  }

  const columns: Column<'buttons'>[] = [
    {
      title: t('columns.label'),
      sort: 'label',
      width: 'minmax(120px, 2fr)',
      show: (one) => <NameLink kind="buttons" one={one} />,
    },
    {
      title: t('columns.kind'),
      sort: 'kind',
      width: 'minmax(120px, 2fr)',
      show: (one) => t(`kinds.${one.kind}`),
    },
    {
      title: t('columns.target'),
      sort: 'data',
      width: 'minmax(120px, 2fr)',
      show: (one) => (
        <Text size="sm" ff="monospace" truncate>
          {one.data ?? one.url}
        </Text>
      ),
    },
  ]
  const create = mayEdit && (
    <Button component={Link} to="/buttons/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('common:places.buttons')} about={t('about')} actions={create}>
      <ResourceList
        kind="buttons"
        search={search}
        onSearch={look}
        columns={columns}
        filters={
          <Select
            aria-label={t('form.kind')}
            placeholder={t('anyKind')}
            clearable
            value={search.kind ?? null}
            data={BUTTON_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            onChange={(kind) => look({ kind: kind ?? undefined } as Partial<ListSearch>)}
          />
        }
        empty={<Nothing title={t('empty')}>{create}</Nothing>}
      />
    </Page>
  )
}
