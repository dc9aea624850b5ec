import './texts'
import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'
import { useMay } from '~/session/session'
import { Accounts } from './accounts'
import { MyAccount } from './my-account'
import type { SettingsTab } from './settings-search'
import { Status } from './status'
import { Tokens } from './tokens'
import { Webhooks } from './webhooks'

const route = getRouteApi('/settings')

export function SettingsPage() {
  const { t } = useTranslation(['settings', 'common'])
  const { tab = 'status' } = route.useSearch()
  const navigate = route.useNavigate()
  const isOwner = useMay('owner')
  const tabs: SettingsTab[] = isOwner
    ? ['status', 'me', 'accounts', 'tokens', 'webhooks']
    : ['status', 'me']
  return (
    <Page title={t('common:places.settings')} about={t('about')}>
      <Tabs
        value={tabs.includes(tab) ? tab : 'status'}
        keepMounted={false}
        onChange={(next) => void navigate({ search: { tab: next as SettingsTab } })}
      >
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="status">
          <Status />
        </Tabs.Panel>
        <Tabs.Panel value="me">
          <MyAccount />
        </Tabs.Panel>
        {isOwner && (
          <>
            <Tabs.Panel value="accounts">
              <Accounts />
            </Tabs.Panel>
            <Tabs.Panel value="tokens">
              <Tokens />
            </Tabs.Panel>
            <Tabs.Panel value="webhooks">
              <Webhooks />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </Page>
  )
}
