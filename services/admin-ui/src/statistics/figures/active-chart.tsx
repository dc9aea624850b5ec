import { useTranslation } from 'react-i18next'
import { TimeChart } from '../charts/time-chart'
import { useActivity } from './activity'
import { Figure } from './figure'

/** How many people did something in each bucket, of whom how many for the first time. */
export function ActiveChart() {
  const { t } = useTranslation('statistics')
  return (
    <Figure query={useActivity()} height={320}>
      {(data) => (
        <TimeChart
          title={t('active.title')}
          about={t('active.about')}
          kind="bars"
          points={data.items.map((point) => ({ ...point }))}
          lines={[
            { name: 'returning', label: t('active.returning'), color: 'blue.6' },
            { name: 'new', label: t('active.new'), color: 'teal.5' },
          ]}
          bucket={data.bucket}
          tz={data.tz}
          marks={data.changes}
        />
      )}
    </Figure>
  )
}
