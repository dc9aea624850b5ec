import './texts'
import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import type { Callback } from '~/resources/kinds'
import { EnabledSwitch } from '~/resources/list/enabled-switch'
import { type Column, NameLink, ResourceList } from '~/resources/list/resource-list'
import { useMay } from '~/session/session'
import { StepNames } from '~/steps/steps-summary'
import { HandlerName } from './handler-name'

const route = getRouteApi('/callbacks')

export function CallbackList() {
  const { t } = useTranslation(['callbacks', 'common'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useMay('editor')

  const columns: Column<'callbacks'>[] = [
    {
      title: t('columns.data'),
      sort: 'callback_data',
      width: 'minmax(120px, 2fr)',
      show: (one) => <NameLink kind="callbacks" one={one} />,
    },
    {
      title: t('columns.does'),
      width: 'minmax(140px, 3fr)',
      show: (one) => <Does one={one} />,
    },
    {
      title: t('columns.enabled'),
      sort: 'enabled',
      width: '70px',
      show: (one) => <EnabledSwitch kind="callbacks" one={one} />,
    },
  ]
  const create = mayEdit && (
    <Button component={Link} to="/callbacks/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('common:places.callbacks')} about={t('about')} actions={create}>
      <ResourceList
        kind="callbacks"
        search={search}
        onSearch={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
        columns={columns}
        canDisable
        empty={<Nothing title={t('empty')}>{create}</Nothing>}
      />
    </Page>
  )
}

function Does({ one }: { one: Callback }) {
  return (
    <Text size="sm" truncate>
      <StepNames steps={one.action} />
      {one.handler_id !== null && (
        <Text span c="dimmed">
          : <HandlerName id={one.handler_id} />
        </Text>
      )}
    </Text>
  )
}
