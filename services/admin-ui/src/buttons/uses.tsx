import './texts'
import { Anchor, List, Text, Title } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useList } from '~/resources/queries'

/** The keyboards that a button stands on. */
export function useKeyboardsWith(id: number) {
  const { items, isComplete } = useList('keyboards')
  return { keyboards: items.filter((one) => one.layout.flat().includes(id)), isComplete }
}

export function Uses({ id }: { id: number }) {
  const { t } = useTranslation('buttons')
  const titleId = useId()
  const { keyboards, isComplete } = useKeyboardsWith(id)
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h5" id={titleId}>
        {t('uses')}
      </Title>
      {isComplete && keyboards.length === 0 && <Text size="sm">{t('noUses')}</Text>}
      <List size="sm">
        {keyboards.map((one) => (
          <List.Item key={one.id}>
            <Anchor component={Link} to={`/keyboards/${one.id}`} size="sm">
              {one.name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </section>
  )
}
