import { Card, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { ChangeText } from './change-text'

type Summary = Schemas['Summary']

export function SummaryCards({ summary }: { summary: Summary }) {
  const { t } = useTranslation('statistics')
  const { events, change } = summary
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      <Sum name={t('summary.total')} value={summary.total} change={change.total} good={1} />
      <Sum name={t('summary.people')} value={summary.people} change={change.people} good={1} />
      <Sum name={t('summary.new')} value={summary.new} />
      <Sum name={t('summary.returning')} value={summary.returning} />
      <Sum
        name={t('summary.presses')}
        value={events.button_click ?? 0}
        change={change.events.button_click}
        good={1}
      />
      <Sum
        name={t('summary.unmatched')}
        value={events.unmatched ?? 0}
        change={change.events.unmatched}
        good={-1}
      />
      <Sum
        name={t('summary.blocked')}
        value={summary.blocked}
        change={change.events.blocked}
        good={-1}
      />
      <Sum name={t('summary.unblocked')} value={summary.unblocked} />
    </SimpleGrid>
  )
}

function Sum({
  name,
  value,
  change,
  good,
}: {
  name: string
  value: number
  change?: number | null | undefined
  /** Whether more is good (1) or bad (-1). */
  good?: 1 | -1
}) {
  const { number } = useFormat()
  return (
    <Card withBorder p="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={26} fw={600} lh={1.2}>
        {number(value)}
      </Text>
      <ChangeText change={change} good={good} />
    </Card>
  )
}
