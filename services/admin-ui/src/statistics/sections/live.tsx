import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KINDS } from '~/interactions/kinds'
import { Nothing } from '~/parts/nothing'
import { EventChoice } from '../event-choice'
import { Entries } from '../live/entries'
import { type Feed, KEPT } from '../live/feed'
import { useFeed } from '../live/use-feed'
import { useSetSearch, useStatisticsSearch } from '../use-search'

const COLOURS: Record<Feed['state'], string> = { connecting: 'gray', open: 'teal', lost: 'yellow' }

/** What people do, while they do it. */
export function Live() {
  const { t } = useTranslation('statistics')
  const search = useStatisticsSearch()
  const set = useSetSearch()
  const event = KINDS.find((kind) => kind === search.event)
  const [feed, act] = useFeed({ event, handler_id: search.handler })
  const Icon = feed.paused ? IconPlayerPlay : IconPlayerPause
  return (
    <Stack>
      <Group align="flex-end" gap="xs">
        <EventChoice value={event} onChange={(kind) => set({ event: kind })} />
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon size={14} aria-hidden />}
          onClick={() => act({ type: feed.paused ? 'resume' : 'pause' })}
        >
          {feed.paused ? t('live.resume', { count: feed.waiting.length }) : t('live.pause')}
        </Button>
        {search.handler !== undefined && (
          <Button size="xs" variant="default" onClick={() => set({ handler: undefined })}>
            {t('live.onlyHandler', { id: search.handler })}
          </Button>
        )}
        <output aria-live="polite">
          <Badge variant="dot" color={COLOURS[feed.state]} tt="none" mb={4}>
            {t(`live.states.${feed.state}`)}
          </Badge>
        </output>
      </Group>
      {feed.entries.length === 0 ? (
        <Nothing title={t('live.none')}>
          <Text size="sm" ta="center">
            {t('live.how')}
          </Text>
        </Nothing>
      ) : (
        <Entries entries={feed.entries} />
      )}
      {feed.entries.length === KEPT && (
        <Text size="sm" c="dimmed">
          {t('live.kept', { count: KEPT })}
        </Text>
      )}
    </Stack>
  )
}
