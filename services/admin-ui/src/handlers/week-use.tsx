import './texts'
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import { Sparkline } from '~/parts/sparkline'
import { useOfWeek } from './use-of-week'

/** How often a handler answered in the last seven days. */
export function WeekUse({ id }: { id: number }) {
  const { t } = useTranslation('handlers')
  const { number } = useFormat()
  const use = useOfWeek(id)
  if (use === undefined) return null
  const { total, counts } = use
  const words = t('useOf', { count: total, formatted: number(total) })
  return (
    <Group gap="xs" wrap="nowrap" title={words} role="img" aria-label={words}>
      {total > 0 && <Sparkline values={counts} />}
      <Text size="sm" c={total === 0 ? 'dimmed' : 'var(--mantine-color-text)'}>
        {number(total)}
      </Text>
    </Group>
  )
}
