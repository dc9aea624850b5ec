import { Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import classes from './change-text.module.css'

/** Against the period before. Nothing where that had none. */
export function ChangeText({
  change,
  good,
}: {
  change: number | null | undefined
  /** Whether more is good (1) or bad (-1); of neither, it has no colour. */
  good?: 1 | -1 | undefined
}) {
  const { t } = useTranslation('statistics')
  const { percent } = useFormat()
  if (change === null || change === undefined) return null
  const Icon = change > 0 ? IconArrowUpRight : change < 0 ? IconArrowDownRight : IconArrowRight
  const isBetter = good === undefined || change === 0 ? undefined : change * good > 0
  return (
    <Text
      size="xs"
      className={
        isBetter === undefined ? classes.neutral : isBetter ? classes.better : classes.worse
      }
      title={t('summary.change')}
    >
      <Icon size={14} aria-hidden style={{ verticalAlign: 'text-bottom' }} />{' '}
      {`${change > 0 ? '+' : ''}${percent(change)}`}
    </Text>
  )
}
