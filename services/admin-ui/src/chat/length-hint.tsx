import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import type { Node } from './markup/nodes'
import { countCharacters } from './markup/read'

/** https://core.telegram.org/bots/api#sendmessage, #sendphoto */
const TEXT_MAX = 4096
const CAPTION_MAX = 1024

/** How long a text is, and what becomes of one that is too long. */
export function LengthHint({ nodes, hasMedia }: { nodes: readonly Node[]; hasMedia: boolean }) {
  const { t } = useTranslation('chat')
  const { number } = useFormat()
  const count = countCharacters(nodes)
  const limit = hasMedia ? CAPTION_MAX : TEXT_MAX
  const isOver = count > limit
  const counts = { count: number(count), limit: number(limit) }
  return (
    <Text size="xs" c={isOver ? 'red' : 'dimmed'}>
      {t('editor.length', counts)}
      {isOver && ` ${hasMedia ? t('editor.longCaption') : t('editor.longText')}`}
    </Text>
  )
}
