import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { showProblem } from '~/parts/notices'
import { logOut } from '~/session/logging-in'
import { useMe } from '~/session/session'

export function AccountMenu() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton aria-label={`${t('shell.account')}: ${me.name}`}>
          <Avatar size="sm" color="blue" aria-hidden>
            <IconUser size={18} />
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm">{me.name}</Text>
          <Text size="xs">{t(`roles.${me.role}`)}</Text>
        </Menu.Label>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void logOut().catch(showProblem)}
        >
          {t('shell.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
