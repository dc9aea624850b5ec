import { Anchor, AppShell, Burger, Group, NavLink, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LiveBadge } from '~/live/live-badge'
import { keepsFocus } from '~/parts/keeps-focus'
import { DraftBanner } from '~/place/draft-banner'
import { AccountMenu } from './account-menu'
import { LanguageChoice } from './language-choice'
import { GROUPS } from './places'
import { SchemeChoice } from './scheme-choice'
import classes from './shell.module.css'

const CONTENT = 'content'

export function Shell() {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure()
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header>
        <Anchor href={`#${CONTENT}`} className={classes.skip}>
          {t('shell.skip')}
        </Anchor>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('shell.menu')}
            />
            <img src="/icon.svg" width={24} height={24} alt="" />
            <Text fw={600} visibleFrom="xs">
              {t('app')}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LiveBadge />
            <LanguageChoice />
            <SchemeChoice />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className={classes.navbar} aria-label={t('shell.menu')}>
        {GROUPS.map((group) => (
          <div key={group.name}>
            <Text size="xs" c="dimmed" tt="uppercase" mt="sm" mb={4} px="sm">
              {t(`groups.${group.name}`)}
            </Text>
            {group.places.map(({ name, to, icon: Icon }) => (
              <NavLink
                key={name}
                component={Link}
                to={to}
                onClick={close}
                activeOptions={{ exact: to === '/' }}
                data-place={name}
                className={classes.place}
                label={t(`places.${name}`)}
                leftSection={<Icon size={18} aria-hidden />}
              />
            ))}
          </div>
        ))}
      </AppShell.Navbar>
      <AppShell.Main id={CONTENT} tabIndex={-1} ref={keepsFocus}>
        <DraftBanner />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}
