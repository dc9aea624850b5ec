import '@xyflow/react/dist/style.css'
import { useMantineColorScheme } from '@mantine/core'
import {
  Background,
  Controls,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type BotMap, keyOf, type MapNode } from './bot-map'
import { placesOf } from './layout'
import classes from './map.module.css'
import { NodeCard } from './node-card'

type FlowNode = Node<{ node: MapNode; isChosen: boolean }, 'part'>

const NODE_TYPES = { part: Part }

/** The drawing, to move about in; a press on a node chooses it. */
export function MapGraph({
  map,
  chosen,
  onChoose,
}: {
  map: Pick<BotMap, 'nodes' | 'edges'>
  chosen: string | null
  onChoose: (key: string) => void
}) {
  const { t } = useTranslation(['map', 'common'])
  const { colorScheme } = useMantineColorScheme()
  const places = useMemo(() => placesOf(map.nodes, map.edges), [map])

  const nodes = map.nodes.map((node): FlowNode => {
    const key = keyOf(node)
    return {
      id: key,
      type: 'part',
      position: places.get(key) ?? { x: 0, y: 0 },
      data: { node, isChosen: key === chosen },
      ariaLabel: t('node', { entity: t(`common:entities.${node.entity}`), name: node.name }),
    }
  })
  const most = Math.max(1, ...map.edges.map((edge) => edge.uses ?? 0))
  const edges = map.edges.map((edge) => ({
    id: `${keyOf(edge.source)} ${edge.kind} ${keyOf(edge.target)}`,
    source: keyOf(edge.source),
    target: keyOf(edge.target),
    markerEnd: { type: MarkerType.ArrowClosed },
    focusable: false,
    selectable: false,
    style: { strokeWidth: 1 + 4 * ((edge.uses ?? 0) / most) },
    ...(edge.uses ? { label: String(edge.uses) } : {}),
  }))

  return (
    <section className={classes.canvas} aria-label={t('graph')}>
      <ReactFlow
        // Another part of the bot is looked at from the beginning.
        key={map.nodes.map(keyOf).join(' ')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
        fitView
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        deleteKeyCode={null}
        onNodeClick={(_, node) => onChoose(node.id)}
        // Enter and the space bar select a node, which is told only as a change of it.
        onNodesChange={(changes) => {
          for (const one of changes) if (one.type === 'select' && one.selected) onChoose(one.id)
        }}
        ariaLabelConfig={{
          'controls.zoomIn.ariaLabel': t('controls.zoomIn'),
          'controls.zoomOut.ariaLabel': t('controls.zoomOut'),
          'controls.fitView.ariaLabel': t('controls.fit'),
        }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  )
}

function Part({ data }: NodeProps<FlowNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <NodeCard node={data.node} isChosen={data.isChosen} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  )
}
