import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '~/parts/notices'
import { useMay } from '~/session/session'
import { nameOf, type Patch, type View } from '../kinds'
import { useChange } from '../queries'

type Switched = 'handlers' | 'callbacks'

/** Turns one thing of a list on and off, at once. */
export function EnabledSwitch<K extends Switched>({ kind, one }: { kind: K; one: View<K> }) {
  const { t } = useTranslation()
  const mayEdit = useMay('editor')
  const change = useChange(kind)
  const { id, version, enabled } = one
  return (
    <Switch
      aria-label={t('list.enable', { name: nameOf(kind, one) })}
      checked={change.isPending ? !enabled : enabled}
      disabled={!mayEdit}
      onChange={() =>
        change.mutate(
          { id, version, patch: { enabled: !enabled } as Patch<K> },
          { onError: showProblem },
        )
      }
    />
  )
}
