import { Badge, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Live, type Propagation, useLive } from './live'

/** "Live on 3 of 3 gateways, 14 ms": of the last change that was made here. */
export function LiveBadge() {
  const live = useLive()
  const text = useText(live)
  return (
    <output aria-live="polite">
      {text !== null && (
        <Badge
          variant="light"
          color={colour(live)}
          c="var(--mantine-color-text)"
          tt="none"
          leftSection={live.state === 'waiting' ? <Loader size={10} /> : null}
        >
          {text}
        </Badge>
      )}
    </output>
  )
}

function useText(live: Live): string | null {
  const { t } = useTranslation()
  if (live.state === 'none') return null
  if (live.state === 'waiting') return t('live.waiting')
  if (live.state === 'unknown') return t('live.unknown')
  const { live: on, total } = live.propagation
  if (total === 0) return t('live.none')
  if (on < total) return t('live.partly', { live: on, count: total })
  const ms = slowest(live.propagation)
  return ms === null ? t('live.already') : t('live.done', { live: on, count: total, ms })
}

function colour(live: Live): string {
  if (live.state !== 'known') return 'gray'
  return live.propagation.total > 0 && live.propagation.live === live.propagation.total
    ? 'teal'
    : 'yellow'
}

function slowest(propagation: Propagation): number | null {
  const times = propagation.gateways.flatMap((one) => one.after_ms ?? [])
  return times.length === 0 ? null : Math.max(...times)
}
