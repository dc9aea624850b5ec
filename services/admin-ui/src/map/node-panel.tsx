import { Alert, Button, Group, List, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KIND_OF } from '~/resources/kinds'
import { type BotMap, keyOf, type MapEdge, type MapNode, type NodeRef } from './bot-map'

/** A node in words: what is to be said of it, and the ways to and from it, to walk along. */
export function NodePanel({
  map,
  node,
  onChoose,
  onCenter,
}: {
  map: BotMap
  node: MapNode
  onChoose: (key: string) => void
  onCenter: (key: string) => void
}) {
  const { t } = useTranslation(['map', 'common'])
  const key = keyOf(node)
  const said = [
    ...(node.enabled ? [] : [t('disabled')]),
    ...(node.isDeadEnd ? [t('deadEnd')] : []),
    ...(node.isOrphan ? [t('orphan')] : []),
    ...node.findings.map((code) => t(`common:findings.${code}`)),
  ]
  return (
    <Stack gap="sm" component="section" aria-labelledby="map-node">
      <div>
        <Text size="xs" c="dimmed">
          {t(`common:entities.${node.entity}`)}
        </Text>
        <Title order={2} size="h4" id="map-node" style={{ overflowWrap: 'anywhere' }}>
          {node.name}
        </Title>
        {node.uses !== null && <Text size="sm">{t('use', { count: node.uses })}</Text>}
      </div>
      {said.length > 0 && (
        <Alert color="yellow" p="xs">
          <List size="sm">
            {said.map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group gap="xs">
        <Button
          component={Link}
          to={`/${KIND_OF[node.entity]}/${node.id}`}
          size="compact-sm"
          variant="light"
        >
          {t('open')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onCenter(key)}>
          {t('center')}
        </Button>
      </Group>
      <Ways
        title={t('from')}
        edges={map.edges.filter((edge) => keyOf(edge.target) === key)}
        end={(edge) => edge.source}
        map={map}
        onChoose={onChoose}
      />
      <Ways
        title={t('to')}
        edges={map.edges.filter((edge) => keyOf(edge.source) === key)}
        end={(edge) => edge.target}
        map={map}
        onChoose={onChoose}
      />
    </Stack>
  )
}

function Ways({
  title,
  edges,
  end,
  map,
  onChoose,
}: {
  title: string
  edges: MapEdge[]
  end: (edge: MapEdge) => NodeRef
  map: BotMap
  onChoose: (key: string) => void
}) {
  const { t } = useTranslation(['map', 'common'])
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {edges.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nowhere')}
        </Text>
      )}
      <List size="sm" listStyleType="none">
        {edges.map((edge) => {
          const key = keyOf(end(edge))
          const other = map.nodes.find((one) => keyOf(one) === key)
          return (
            <List.Item key={`${edge.kind} ${key}`}>
              <UnstyledButton fz="sm" c="var(--mantine-color-anchor)" onClick={() => onChoose(key)}>
                {t(`common:entities.${end(edge).entity}`)} {other?.name ?? end(edge).id}
              </UnstyledButton>
              <Text size="xs" c="dimmed">
                {t(`edges.${edge.kind}`)}
                {edge.uses != null && ` · ${t('traffic', { count: edge.uses })}`}
              </Text>
            </List.Item>
          )
        })}
      </List>
    </div>
  )
}
