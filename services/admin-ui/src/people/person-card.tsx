import { Anchor, Badge, Card, Group, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { KINDS } from '~/interactions/kinds'
import { useFormat } from '~/parts/format'

/** What is known of a person, and what they did in all. */
export function PersonCard({ one }: { one: Schemas['PersonDetail'] }) {
  const { t } = useTranslation('people')
  const { t: named } = useTranslation('interactions')
  const { number, moment } = useFormat()
  const { events } = one.totals
  return (
    <Card withBorder component="section" aria-label={t('card.about')}>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing="sm">
        <Fact name={t('card.id')}>{one.user_id}</Fact>
        <Fact name={t('card.username')}>
          {one.username && (
            <Anchor
              href={`https://t.me/${one.username}`}
              target="_blank"
              rel="noreferrer"
              size="sm"
            >
              @{one.username}
            </Anchor>
          )}
        </Fact>
        <Fact name={t('filters.language')}>{one.language_code}</Fact>
        <Fact name={t('filters.source')}>{one.source}</Fact>
        <Fact name={t('card.firstSeen')}>{moment(one.first_seen)}</Fact>
        <Fact name={t('card.lastSeen')}>{moment(one.last_seen)}</Fact>
        <Fact name={t('card.interactions')}>{number(one.totals.interactions)}</Fact>
        <Fact name={t('card.activeDays')}>{number(one.totals.active_days)}</Fact>
        {one.blocked_since && (
          <Fact name={t('card.blockedSince')}>{moment(one.blocked_since)}</Fact>
        )}
      </SimpleGrid>
      <Group gap={6} mt="sm">
        {KINDS.filter((kind) => events[kind]).map((kind) => (
          <Badge key={kind} variant="light" color="gray" tt="none" fw={500}>
            {named(`kinds.${kind}`)}: {number(events[kind] ?? 0)}
          </Badge>
        ))}
      </Group>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {children || '–'}
      </Text>
    </div>
  )
}
