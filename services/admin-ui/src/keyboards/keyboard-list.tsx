import './texts'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import { type Column, NameLink, ResourceList } from '~/resources/list/resource-list'
import { useMay } from '~/session/session'
import { MiniKeyboard } from './mini'
import { useButtons } from './rows'
import { KeyboardUsers, useHandlersByKeyboard } from './users'

const route = getRouteApi('/keyboards')

export function KeyboardList() {
  const { t } = useTranslation(['keyboards', 'common'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useMay('editor')
  const buttons = useButtons()

  const handlers = useHandlersByKeyboard()

  const columns: Column<'keyboards'>[] = [
    {
      title: t('columns.name'),
      sort: 'name',
      width: 'minmax(120px, 2fr)',
      show: (one) => <NameLink kind="keyboards" one={one} />,
    },
    {
      title: t('columns.layout'),
      width: 'minmax(160px, 3fr)',
      show: (one) => <MiniKeyboard layout={one.layout} buttons={buttons} />,
    },
    {
      title: t('columns.kind'),
      sort: 'kind',
      width: 'minmax(120px, 1fr)',
      show: (one) => t(`kinds.${one.kind}`),
    },
    {
      title: t('columns.uses'),
      width: 'minmax(120px, 1fr)',
      show: (one) => <KeyboardUsers handlers={handlers.get(one.id) ?? []} />,
    },
  ]
  const create = mayEdit && (
    <Button component={Link} to="/keyboards/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('common:places.keyboards')} about={t('about')} actions={create}>
      <ResourceList
        kind="keyboards"
        search={search}
        onSearch={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
        columns={columns}
        empty={<Nothing title={t('empty')}>{create}</Nothing>}
      />
    </Page>
  )
}
