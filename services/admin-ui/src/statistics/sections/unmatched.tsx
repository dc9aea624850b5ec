import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { Nothing } from '~/parts/nothing'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { Figure } from '../figures/figure'
import { UnmatchedGroups } from '../figures/unmatched-groups'
import { useFigure } from '../figures/use-figure'
import { asQuery } from '../period/period'
import { PeriodBar } from '../period/period-bar'
import { usePeriod } from '../use-search'

const LIMIT = 100

/** What people wrote and the bot did not understand; each group can become a handler. */
export function Unmatched() {
  const { t } = useTranslation('statistics')
  const period = usePeriod()
  const query = useFigure(['unmatched', period], (signal) => {
    const query = { ...asQuery(period), limit: LIMIT }
    return answered(api.GET('/api/v1/stats/unmatched', { params: { query }, signal }))
  })
  return (
    <Stack>
      <PeriodBar />
      <Figure query={query}>
        {(data) =>
          data.items.length === 0 ? (
            <Nothing title={t('unmatched.none')}>
              <Text size="sm">{t('unmatched.noneAbout')}</Text>
            </Nothing>
          ) : (
            <Groups data={data} />
          )
        }
      </Figure>
    </Stack>
  )
}

function Groups({ data }: { data: Schemas['Unmatched'] }) {
  const { t } = useTranslation('statistics')
  const { number } = useFormat()
  const sheet: Sheet = {
    title: t('unmatched.title'),
    columns: [
      { name: t('columns.examples'), as: 'text' },
      { name: t('columns.times'), as: 'number' },
      { name: t('columns.people'), as: 'number' },
      { name: t('columns.texts'), as: 'number' },
      { name: t('columns.last'), as: 'moment' },
      { name: t('columns.suggestion'), as: 'text' },
    ],
    rows: data.items.map((group) => [
      group.examples.join(' | '),
      group.count,
      group.people,
      group.texts,
      group.last_seen,
      group.suggestion?.pattern ?? null,
    ]),
  }
  const about = t('unmatched.about', { count: data.count, number: number(data.count) })
  return (
    <SheetCard
      sheet={sheet}
      about={
        data.latest < data.count
          ? `${about} ${t('unmatched.latest', { number: number(data.latest) })}`
          : about
      }
      table={<UnmatchedGroups groups={data.items} />}
    />
  )
}
