import './texts'
import { Checkbox, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import {
  drawnOf,
  isStriking,
  keyOf,
  type MapNode,
  type NodeRef,
  partOf,
  useBotMap,
} from './bot-map'
import classes from './map.module.css'
import { NodeList } from './node-list'
import { NodePanel } from './node-panel'

const route = getRouteApi('/map')
const MapGraph = lazy(() => import('./graph').then((module) => ({ default: module.MapGraph })))

/** The bot at a glance, drawn or as a list; one part of it in words beside. */
export function MapPage() {
  const { t } = useTranslation(['map', 'common'])
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const whole = useBotMap()
  const near = useBotMap(search.around, search.around !== undefined)
  const { data: map, error, isPending, refetch } = search.around ? near : whole
  const [chosen, setChosen] = useState<string | null>(search.around ?? null)
  // A part that is not drawn can be looked up, and walked to from one that is.
  const known = whole.data ?? map
  const isChosen = (one: NodeRef) => keyOf(one) === chosen
  const at = known?.nodes.some(isChosen) ? known : map
  const node = at?.nodes.find(isChosen)
  const isListed = search.view === 'list'
  const isKept = (one: MapNode) => !search.striking || isStriking(one)
  const shown = map && (isListed ? partOf(map, isKept) : drawnOf(map, isKept))
  const isCut = map && shown && !search.striking && shown.nodes.length < map.total

  function choose(key: string): void {
    if (shown?.nodes.some((one) => keyOf(one) === key)) setChosen(key)
    else center(key)
  }

  function center(around: string | null): void {
    setChosen(around)
    void navigate({
      search: ({ around: _, ...rest }) => ({ ...rest, ...(around ? { around } : {}) }),
    })
  }

  return (
    <Page title={t('common:places.map')} about={t('about')}>
      <Group gap="md">
        <Select
          aria-label={t('find')}
          placeholder={t('find')}
          searchable
          clearable
          limit={50}
          value={search.around ?? null}
          data={(known?.nodes ?? []).map((one) => ({
            value: keyOf(one),
            label: t('node', { entity: t(`common:entities.${one.entity}`), name: one.name }),
          }))}
          onChange={center}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('views.label')}
          value={search.view ?? 'graph'}
          data={[
            { value: 'graph', label: t('views.graph') },
            { value: 'list', label: t('views.list') },
          ]}
          onChange={(view) =>
            void navigate({
              search: ({ view: _, ...rest }) => (view === 'list' ? { ...rest, view } : rest),
            })
          }
        />
        <Checkbox
          label={t('onlyFindings')}
          checked={search.striking ?? false}
          onChange={(event) => {
            const isOn = event.currentTarget.checked
            void navigate({
              search: ({ striking: _, ...rest }) => (isOn ? { ...rest, striking: true } : rest),
            })
          }}
        />
      </Group>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isPending && <Waiting rows={1} height={380} />}
      {isCut && (
        <Text size="sm" role="status">
          {t(search.around ? 'near' : 'truncated', {
            count: map.total,
            shown: shown.nodes.length,
          })}
        </Text>
      )}
      {map && map.nodes.length === 0 && <Nothing title={t('empty')} />}
      {map && shown && map.nodes.length > 0 && (
        <div className={classes.columns}>
          {isListed ? (
            <NodeList nodes={shown.nodes} chosen={chosen} onChoose={setChosen} />
          ) : (
            <Suspense fallback={<Waiting rows={1} height={380} />}>
              <MapGraph map={shown} chosen={chosen} onChoose={setChosen} />
            </Suspense>
          )}
          {at && node ? (
            <NodePanel map={at} node={node} onChoose={choose} onCenter={center} />
          ) : (
            <Text c="dimmed">{t('choose')}</Text>
          )}
        </div>
      )}
    </Page>
  )
}
