import { Alert, Anchor, List } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { placePrefix, usePlace } from '~/place/place'

const CODES = ['callback_without_button', 'never_wins', 'overlap'] as const

/** What the linter says of this callback; nothing where it says nothing. */
export function Findings({ id }: { id: number }) {
  const { t } = useTranslation('callbacks')
  const at = usePlace()
  const { data } = useQuery({
    queryKey: ['lint', at.draft],
    queryFn: () => answered(api.GET(`${placePrefix(at)}/lint` as '/api/v1/lint')),
  })
  const found = (data?.items ?? []).filter(
    (one) => one.entity === 'callback' && (one.id === id || one.other_id === id),
  )
  if (found.length === 0) return null
  return (
    <Alert color="yellow" icon={<IconBulb aria-hidden />} title={t('findings.title')}>
      <List size="sm">
        {found.map((one) => {
          const code = CODES.find((known) => known === one.code)
          const other = one.other_id === id ? one.id : one.other_id
          return (
            <List.Item key={`${one.code} ${one.id} ${one.other_id}`}>
              {code ? t(`findings.codes.${code}`) : one.detail}{' '}
              {other != null && (
                <Anchor component={Link} to={`/callbacks/${other}`} size="sm" underline="always">
                  {t('findings.other')}
                </Anchor>
              )}
            </List.Item>
          )
        })}
      </List>
    </Alert>
  )
}
