import './texts'
import { Code, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nameOf } from '~/resources/kinds'
import { useOne } from '~/resources/queries'
import type { Step } from '~/steps/step'
import { StepsSummary } from '~/steps/steps-summary'
import type { Media } from './media'
import { TriggerBadge } from './trigger-badge'

/** One field of a handler, to compare it with somebody else's. */
export function ShownField({ field, value }: { field: string; value: unknown }) {
  const { t } = useTranslation(['handlers', 'common'])
  switch (field) {
    case 'pattern':
      return <TriggerBadge pattern={value as string} />
    case 'action':
      return <StepsSummary steps={value as Step[]} />
    case 'media':
      return <MediaSummary media={value as Media[]} />
    case 'keyboard_id':
      return <KeyboardName id={value as number | null} />
    case 'enabled':
      return t(value ? 'common:states.enabled' : 'common:states.disabled')
    case 'options':
      return <Code block>{JSON.stringify(value, null, 2)}</Code>
    default:
      return <Code block>{value === null || value === '' ? '—' : String(value)}</Code>
  }
}

function MediaSummary({ media }: { media: Media[] }) {
  const { t } = useTranslation('handlers')
  if (media.length === 0) return '—'
  return (
    <List size="sm" type="ordered">
      {media.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
        <List.Item key={index}>
          {t(`media.kinds.${one.type}`)} {'source' in one && <Code>{one.source}</Code>}
        </List.Item>
      ))}
    </List>
  )
}

function KeyboardName({ id }: { id: number | null }) {
  const { data } = useOne('keyboards', id)
  return data ? nameOf('keyboards', data) : '—'
}
