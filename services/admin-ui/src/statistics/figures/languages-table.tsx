import { Anchor, Group, Progress, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFormat } from '~/parts/format'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { SheetTable } from '../charts/sheet-table'
import { Empty } from '../empty'
import { asQuery } from '../period/period'
import { usePeriod } from '../use-search'
import { Figure } from './figure'
import { languageName } from './language-name'
import { useFigure } from './use-figure'

const LIMIT = 100
const SHARE = 3

/** In which languages people have Telegram. */
export function LanguagesTable() {
  const { t, i18n } = useTranslation('statistics')
  const { percent } = useFormat()
  const period = usePeriod()
  const query = useFigure(['languages', period], (signal) => {
    const query = { ...asQuery(period), limit: LIMIT }
    return answered(api.GET('/api/v1/stats/languages', { params: { query }, signal }))
  })
  const nameOf = (code: string | null) =>
    code === null ? t('languages.unknown') : languageName(code, i18n.language)
  return (
    <Figure query={query}>
      {({ items }) => {
        if (items.length === 0) return <Empty />
        const sheet: Sheet = {
          title: t('languages.title'),
          columns: [
            { name: t('columns.language'), as: 'text' },
            { name: t('columns.code'), as: 'text' },
            { name: t('columns.people'), as: 'number' },
            { name: t('columns.share'), as: 'percent' },
          ],
          rows: items.map((one) => [
            nameOf(one.language_code),
            one.language_code,
            one.people,
            one.share,
          ]),
        }
        return (
          <SheetCard
            sheet={sheet}
            table={
              <SheetTable
                sheet={sheet}
                shown={(row, column) => {
                  const one = items[row]
                  if (one === undefined) return undefined
                  if (column === 0 && one.language_code !== null) {
                    return (
                      <Anchor
                        component={Link}
                        to="/people"
                        search={{ language: one.language_code } as never}
                        size="sm"
                      >
                        {nameOf(one.language_code)}
                      </Anchor>
                    )
                  }
                  if (column !== SHARE || one.share === null) return undefined
                  return (
                    <Group gap="xs" wrap="nowrap" justify="flex-end">
                      <Progress value={one.share * 100} w={120} size="lg" radius="sm" aria-hidden />
                      <Text size="sm" w={56} ta="end">
                        {percent(one.share)}
                      </Text>
                    </Group>
                  )
                }}
              />
            }
          />
        )
      }}
    </Figure>
  )
}
