import './texts'
import { Code, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ShownValue } from '~/changes/shown-value'
import type { Media } from './media'
import { TriggerBadge } from './trigger-badge'

/** One field of a handler, to compare it with somebody else's. */
export function ShownField({ field, value }: { field: string; value: unknown }) {
  const { t } = useTranslation(['handlers', 'common'])
  switch (field) {
    case 'pattern':
      return <TriggerBadge pattern={value as string} />
    case 'media':
      return <MediaSummary media={value as Media[]} />
    case 'enabled':
      return t(value ? 'common:states.enabled' : 'common:states.disabled')
    default:
      return <ShownValue path={field} value={value} />
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
