import { Anchor, Card, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFormat } from '~/parts/format'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

export function WeekCard() {
  const { t } = useTranslation('home')
  const { number } = useFormat()
  const query = useQuery({ queryKey: ['home', 'week'], queryFn: lastWeek })
  const sum = query.data
  return (
    <Card withBorder component="section" aria-labelledby="week">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="week">
          {t('week.title')}
        </Title>
        <Anchor component={Link} to="/statistics" size="sm">
          {t('week.more')}
        </Anchor>
      </Group>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting rows={1} height={64} />}
      {sum && (
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <Figure name={t('week.total')} value={number(sum.total)} change={sum.change.total} />
          <Figure name={t('week.people')} value={number(sum.people)} change={sum.change.people} />
          <Figure name={t('week.new')} value={number(sum.new)} />
          <Figure
            name={t('week.unmatched')}
            value={number(sum.events.unmatched ?? 0)}
            change={sum.change.events.unmatched}
          />
        </SimpleGrid>
      )}
    </Card>
  )
}

function lastWeek() {
  const to = new Date()
  const from = new Date(to.getTime() - DAYS * DAY_MS)
  return answered(
    api.GET('/api/v1/stats/summary', {
      params: { query: { from: from.toISOString(), to: to.toISOString() } },
    }),
  )
}

function Figure({
  name,
  value,
  change,
}: {
  name: string
  value: string
  change?: number | null | undefined
}) {
  const { t } = useTranslation('home')
  const { percent } = useFormat()
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text size="xl" fw={600}>
        {value}
      </Text>
      {change != null && (
        <Text size="xs" c="dimmed">
          {t('week.change', { percent: `${change > 0 ? '+' : ''}${percent(change)}` })}
        </Text>
      )}
    </div>
  )
}
