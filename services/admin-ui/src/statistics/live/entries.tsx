import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KindBadge } from '~/interactions/kind-badge'
import { nameOfPerson } from '~/interactions/names'
import type { Entry, LiveInteraction } from './feed'

/** What came, the newest first. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('statistics')
  return (
    <Stack
      gap={4}
      component="ul"
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
      aria-label={t('live.list')}
    >
      {entries.map((entry) => (
        <Paper key={entry.id} component="li" withBorder px="sm" py={6} radius="sm">
          {'interaction' in entry ? (
            <Line one={entry.interaction} />
          ) : (
            <Text size="sm" c="dimmed">
              {entry.missed === null
                ? t('live.missedSome')
                : t('live.missed', { count: entry.missed })}
            </Text>
          )}
        </Paper>
      ))}
    </Stack>
  )
}

function Line({ one }: { one: LiveInteraction }) {
  const { t, i18n } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  const time = new Date(one.at).toLocaleTimeString(i18n.language)
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {time}
      </Text>
      <Anchor component={Link} to={`/people/${one.user_id}`} size="sm">
        {nameOfPerson(one, named)}
      </Anchor>
      <KindBadge kind={one.event} />
      {one.payload && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('unmatched.quoted', { text: one.payload })}
        </Text>
      )}
      {one.callback_data && <Text size="sm">{one.callback_data}</Text>}
      {one.handler_id && (
        <Anchor component={Link} to={`/handlers/${one.handler_id}`} size="sm">
          {t('live.handler', { id: one.handler_id })}
        </Anchor>
      )}
    </Group>
  )
}
