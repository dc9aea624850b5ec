import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { VirtualList } from '~/parts/virtual-list'
import { keyOf, type MapNode } from './bot-map'
import classes from './map.module.css'
import { NodeCard } from './node-card'

const ROW_PX = 68

/** The map in words, for whoever can't see a drawing, and where there are more parts than are drawn. */
export function NodeList({
  nodes,
  chosen,
  onChoose,
}: {
  nodes: MapNode[]
  chosen: string | null
  onChoose: (key: string) => void
}) {
  const { t } = useTranslation('map')
  return (
    <VirtualList items={nodes} label={t('views.parts')} keyOf={keyOf} rowPx={ROW_PX}>
      {(node) => (
        <UnstyledButton
          className={classes.listed}
          aria-pressed={keyOf(node) === chosen}
          onClick={() => onChoose(keyOf(node))}
        >
          <NodeCard node={node} isChosen={keyOf(node) === chosen} />
        </UnstyledButton>
      )}
    </VirtualList>
  )
}
