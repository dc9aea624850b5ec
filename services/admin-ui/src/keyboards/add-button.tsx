import { Button, Paper, Select, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useList } from '~/resources/queries'

/** A new button, or one there is already, for a place on the keyboard. */
export function AddButton({ onNew, onPick }: { onNew: () => void; onPick: (id: number) => void }) {
  const { t } = useTranslation('keyboards')
  const { items } = useList('buttons')
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Button data-autofocus leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
          {t('builder.fresh')}
        </Button>
        <Select
          label={t('builder.pick')}
          placeholder={t('builder.pickHelp')}
          searchable
          limit={50}
          value={null}
          data={items.map((one) => ({
            value: String(one.id),
            label: one.data || one.url ? `${one.label} (${one.data ?? one.url})` : one.label,
          }))}
          onChange={(id) => id !== null && onPick(Number(id))}
        />
      </Stack>
    </Paper>
  )
}
