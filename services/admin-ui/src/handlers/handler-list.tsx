import './texts'
import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import type { Handler } from '~/resources/kinds'
import { EnabledSwitch } from '~/resources/list/enabled-switch'
import { type Column, NameLink, ResourceList } from '~/resources/list/resource-list'
import { useMay } from '~/session/session'
import { KeyboardFilter } from './keyboard-filter'
import { TriggerBadge } from './trigger-badge'
import { WeekUse } from './week-use'

const route = getRouteApi('/handlers')

export function HandlerList() {
  const { t } = useTranslation(['handlers', 'common'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useMay('editor')

  const columns: Column<'handlers'>[] = [
    {
      title: t('columns.name'),
      sort: 'title',
      width: 'minmax(120px, 2fr)',
      show: (one) => <NameLink kind="handlers" one={one} />,
    },
    {
      title: t('columns.trigger'),
      sort: 'pattern',
      width: 'minmax(140px, 2fr)',
      show: (one) => <TriggerBadge pattern={one.pattern} />,
    },
    {
      title: t('columns.text'),
      width: 'minmax(120px, 3fr)',
      show: (one) => (
        <Text size="sm" c="dimmed" truncate>
          {firstLine(one) || t('noText')}
        </Text>
      ),
    },
    {
      title: t('columns.use'),
      width: '120px',
      show: (one) => <WeekUse id={one.id} />,
    },
    {
      title: t('columns.enabled'),
      sort: 'enabled',
      width: '70px',
      show: (one) => <EnabledSwitch kind="handlers" one={one} />,
    },
  ]

  return (
    <Page
      title={t('common:places.handlers')}
      about={t('about')}
      actions={mayEdit && <NewHandler />}
    >
      <ResourceList
        kind="handlers"
        search={search}
        onSearch={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
        columns={columns}
        canDisable
        filters={
          <KeyboardFilter
            value={search.keyboard_id}
            onChange={(keyboard_id) =>
              void navigate({
                search: ({ keyboard_id: _, ...before }) =>
                  keyboard_id === undefined ? before : { ...before, keyboard_id },
                replace: true,
              })
            }
          />
        }
        empty={<Nothing title={t('empty')}>{mayEdit && <NewHandler />}</Nothing>}
      />
    </Page>
  )
}

function NewHandler() {
  const { t } = useTranslation('handlers')
  return (
    <Button component={Link} to="/handlers/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
}

function firstLine(one: Handler): string {
  return (one.message ?? '').split('\n', 1)[0]?.replace(/<[^>]*>/g, '') ?? ''
}
