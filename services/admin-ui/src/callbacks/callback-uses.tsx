import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Uses } from '~/resources/editor/uses'
import type { Callback } from '~/resources/kinds'
import { useMay } from '~/session/session'

/** The buttons whose press this callback takes. */
export function CallbackUses({ one }: { one: Callback }) {
  const { t } = useTranslation('callbacks')
  const mayEdit = useMay('editor')
  const data = one.callback_data
  const none = (
    <>
      {t('uses.none')}{' '}
      {mayEdit && !data.includes('*') && (
        <Anchor
          component={Link}
          to={`/buttons/new?data=${encodeURIComponent(data)}`}
          size="sm"
          underline="always"
        >
          {t('uses.make')}
        </Anchor>
      )}
    </>
  )
  return <Uses kind="callbacks" id={one.id} title={t('uses.title')} none={none} />
}
