import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Stands where content is to come, in about its shape. */
export function Waiting({ rows = 6, height = 36 }: { rows?: number; height?: number }) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs" role="status" aria-busy>
      <VisuallyHidden>{t('states.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Skeleton key={row} height={height} radius="sm" />
      ))}
    </Stack>
  )
}
