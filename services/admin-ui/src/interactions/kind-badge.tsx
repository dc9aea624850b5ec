import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { COLOURS, type Kind } from './kinds'

/** What a person did; the dot has the colour that charts give it. */
export function KindBadge({ kind }: { kind: Kind }) {
  const { t } = useTranslation('interactions')
  return (
    <Badge variant="dot" color={COLOURS[kind]} tt="none" fw={500}>
      {t(`kinds.${kind}`)}
    </Badge>
  )
}
