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
  if (use === null) return null
  const { count, days } = use
  const words = t('useOf', { count, formatted: number(count) })
  return (
    <Group gap="xs" wrap="nowrap" title={words} role="img" aria-label={words}>
      {days && count > 0 && <Sparkline values={days} />}
      <Text size="sm" c={count === 0 ? 'dimmed' : 'var(--mantine-color-text)'}>
        {number(count)}
      </Text>
    </Group>
  )
}
