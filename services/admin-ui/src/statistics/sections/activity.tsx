import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TimeChart } from '../charts/time-chart'
import { Empty } from '../empty'
import { ActiveChart } from '../figures/active-chart'
import { useActivity } from '../figures/activity'
import { Figure } from '../figures/figure'
import { PeriodBar } from '../period/period-bar'

/** How many people there are, and how much of a habit the bot is. */
export function Activity() {
  const { t } = useTranslation('statistics')
  return (
    <Stack>
      <PeriodBar buckets />
      <Figure query={useActivity()} height={600}>
        {(data) => {
          if (data.items.every((point) => point.mau === 0)) return <Empty />
          const shared = {
            points: data.items.map((point) => ({ ...point })),
            bucket: data.bucket,
            tz: data.tz,
            marks: data.changes,
          }
          return (
            <Stack>
              <TimeChart
                {...shared}
                title={t('audiences.title')}
                about={t('audiences.about')}
                lines={[
                  { name: 'dau', label: t('audiences.dau'), color: 'blue.6' },
                  { name: 'wau', label: t('audiences.wau'), color: 'teal.6' },
                  { name: 'mau', label: t('audiences.mau'), color: 'grape.6' },
                ]}
              />
              <TimeChart
                {...shared}
                title={t('stickiness.title')}
                about={t('stickiness.about')}
                as="percent"
                lines={[{ name: 'stickiness', label: t('stickiness.title'), color: 'orange.7' }]}
              />
              <ActiveChart />
              <TimeChart
                {...shared}
                title={t('blocking.title')}
                kind="bars"
                lines={[
                  { name: 'blocked', label: t('blocking.blocked'), color: 'red.6' },
                  { name: 'unblocked', label: t('blocking.unblocked'), color: 'teal.6' },
                ]}
              />
            </Stack>
          )
        }}
      </Figure>
    </Stack>
  )
}
