import { Group, Select, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { Nothing } from '~/parts/nothing'
import { AroundResult } from '../figures/around-result'
import { Figure } from '../figures/figure'
import { useSeries } from '../figures/series'
import { useFigure } from '../figures/use-figure'
import { useMarkText } from '../figures/use-mark-text'
import { PeriodBar } from '../period/period-bar'
import { usePeriod, useSetSearch, useStatisticsSearch } from '../use-search'

const HOURS = [1, 6, 24, 72, 168, 720]
const HOURS_DEFAULT = 24

/** What a change of the bot did: as long before it and after it. */
export function Change() {
  const { t } = useTranslation('statistics')
  const { seq, hours = HOURS_DEFAULT } = useStatisticsSearch()
  const set = useSetSearch()
  const marks = useSeries(usePeriod(), 'month', {}).query
  const query = useFigure(
    ['change', seq, hours],
    (signal) => {
      const query = { seq: seq ?? 0, hours }
      return answered(api.GET('/api/v1/stats/changes', { params: { query }, signal }))
    },
    { enabled: seq !== undefined },
  )
  return (
    <Stack>
      <PeriodBar />
      <Figure query={marks} height={60}>
        {({ changes }) => (
          <Group gap="xs" align="flex-end">
            <ChangeChoice marks={changes.items} seq={seq} />
            <Select
              label={t('change.hours')}
              size="xs"
              w={150}
              allowDeselect={false}
              value={String(hours)}
              onChange={(value) => set({ hours: Number(value) })}
              data={[...new Set([...HOURS, hours])].map((value) => ({
                value: String(value),
                label:
                  value % 24 === 0
                    ? t('change.days', { count: value / 24 })
                    : t('change.hour', { count: value }),
              }))}
            />
          </Group>
        )}
      </Figure>
      {seq === undefined ? (
        <Nothing
          title={t(marks.data?.changes.items.length === 0 ? 'change.none' : 'change.choose')}
        >
          <Text size="sm">{t('change.about')}</Text>
        </Nothing>
      ) : (
        <Figure query={query}>{(data) => <AroundResult around={data} />}</Figure>
      )}
    </Stack>
  )
}

function ChangeChoice({ marks, seq }: { marks: Schemas['Mark'][]; seq: number | undefined }) {
  const { t } = useTranslation('statistics')
  const { moment } = useFormat()
  const set = useSetSearch()
  const textOf = useMarkText()
  const data = marks.toReversed().map((mark) => ({
    value: String(mark.seq),
    label: `${moment(mark.at)} · ${textOf(mark)}`,
  }))
  // It may have been made in another period than the one whose changes are listed.
  if (seq !== undefined && !marks.some((mark) => mark.seq === seq)) {
    data.unshift({ value: String(seq), label: t('change.numbered', { seq }) })
  }
  return (
    <Select
      label={t('change.which')}
      placeholder={t('change.choose')}
      size="xs"
      flex={1}
      miw={220}
      searchable
      allowDeselect={false}
      value={seq === undefined ? null : String(seq)}
      onChange={(value) => set({ seq: value === null ? undefined : Number(value) })}
      data={data}
    />
  )
}
