import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KINDS } from '~/interactions/kinds'

const ALL = 'all'

type Kind = (typeof KINDS)[number]

/** Which kind of interaction is looked at; undefined is all of them. */
export function EventChoice({
  value,
  onChange,
}: {
  value: Kind | undefined
  onChange: (kind: Kind | undefined) => void
}) {
  const { t } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  return (
    <Select
      label={t('hours.event')}
      size="xs"
      w={220}
      allowDeselect={false}
      value={value ?? ALL}
      onChange={(chosen) => onChange(KINDS.find((kind) => kind === chosen))}
      data={[
        { value: ALL, label: t('hours.all') },
        ...KINDS.map((kind) => ({ value: kind, label: named(`kinds.${kind}`) })),
      ]}
    />
  )
}
