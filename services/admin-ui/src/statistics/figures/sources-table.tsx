import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { SheetTable } from '../charts/sheet-table'
import { asQuery } from '../period/period'
import { usePeriod } from '../use-search'
import { ChangeText } from './change-text'
import { Figure } from './figure'
import { useFigure } from './use-figure'

const LIMIT = 100
const CHANGE = 4

/** By which deep links people came. */
export function SourcesTable() {
  const { t } = useTranslation('statistics')
  const period = usePeriod()
  const query = useFigure(['sources', period], (signal) => {
    const query = { ...asQuery(period), limit: LIMIT }
    return answered(api.GET('/api/v1/stats/sources', { params: { query }, signal }))
  })
  return (
    <Figure query={query}>
      {({ items }) => {
        const sheet: Sheet = {
          title: t('sources.title'),
          columns: [
            { name: t('columns.source'), as: 'text' },
            { name: t('columns.starts'), as: 'number' },
            { name: t('columns.brought'), as: 'number' },
            { name: t('columns.before'), as: 'number' },
            { name: t('columns.change'), as: 'change' },
          ],
          rows: items.map((one) => [one.source, one.starts, one.people, one.before, one.change]),
        }
        return (
          <SheetCard
            sheet={sheet}
            about={items.length === 0 ? t('sources.none') : t('sources.about')}
            table={
              items.length > 0 && (
                <SheetTable
                  sheet={sheet}
                  shown={(row, column) => {
                    const one = items[row]
                    if (one === undefined) return undefined
                    if (column === 0) {
                      return (
                        <Anchor
                          component={Link}
                          to="/people"
                          search={{ source: one.source } as never}
                          size="sm"
                        >
                          {one.source}
                        </Anchor>
                      )
                    }
                    if (column !== CHANGE || one.change === null) return undefined
                    return <ChangeText change={one.change} good={1} />
                  }}
                />
              )
            }
          />
        )
      }}
    </Figure>
  )
}
