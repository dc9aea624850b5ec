import { Group, Text, VisuallyHidden } from '@mantine/core'
import {
  IconAlertTriangle,
  IconApps,
  IconClick,
  IconKeyboard,
  IconMessage,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '~/resources/kinds'
import { isStriking, type MapNode } from './bot-map'
import classes from './map.module.css'

const ICONS: Record<Entity, typeof IconApps> = {
  handler: IconMessage,
  callback: IconClick,
  button: IconApps,
  keyboard: IconKeyboard,
}

/** One node, as it stands on the map. */
export function NodeCard({ node, isChosen }: { node: MapNode; isChosen: boolean }) {
  const { t } = useTranslation('map')
  const { t: common } = useTranslation()
  const Icon = ICONS[node.entity]
  return (
    <div
      className={classes.node}
      data-entity={node.entity}
      data-chosen={isChosen || undefined}
      data-off={!node.enabled || undefined}
    >
      <Group gap={6} wrap="nowrap">
        <Icon size={14} className={classes.icon} aria-hidden />
        <VisuallyHidden>{common(`entities.${node.entity}`)}</VisuallyHidden>
        <Text size="sm" truncate flex={1}>
          {node.name}
        </Text>
        {isStriking(node) && (
          <IconAlertTriangle size={14} className={classes.striking} aria-hidden />
        )}
      </Group>
      {node.uses !== null && (
        <Text size="xs" c="dimmed">
          {t('use', { count: node.uses })}
        </Text>
      )}
    </div>
  )
}
