import { ActionIcon } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSetSearch, useStatisticsSearch } from '../use-search'

/** Shows how one handler or button was used in the course of time, or hides it again. */
export function CourseButton({
  name,
  handler,
  button,
}: {
  name: string
  handler?: number
  button?: string
}) {
  const { t } = useTranslation('statistics')
  const search = useStatisticsSearch()
  const set = useSetSearch()
  const isShown = handler === undefined ? search.button === button : search.handler === handler
  const value = isShown ? undefined : (handler ?? button)
  return (
    <ActionIcon
      variant={isShown ? 'filled' : 'default'}
      aria-pressed={isShown}
      aria-label={t('uses.course', { name })}
      onClick={() =>
        set(handler === undefined ? { button: value as string } : { handler: value as number })
      }
    >
      <IconChartLine size={16} aria-hidden />
    </ActionIcon>
  )
}
