import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useList } from '~/resources/queries'

/** Lets through the handlers that show one keyboard. */
export function KeyboardFilter({
  value,
  onChange,
}: {
  value: number | undefined
  onChange: (id: number | undefined) => void
}) {
  const { t } = useTranslation('handlers')
  const { items } = useList('keyboards')
  return (
    <Select
      size="xs"
      w={{ base: '100%', xs: 200 }}
      aria-label={t('form.keyboard')}
      placeholder={t('anyKeyboard')}
      searchable
      clearable
      limit={50}
      data={items.map((one) => ({ value: String(one.id), label: one.name }))}
      value={value === undefined ? null : String(value)}
      onChange={(id) => onChange(id === null ? undefined : Number(id))}
    />
  )
}
