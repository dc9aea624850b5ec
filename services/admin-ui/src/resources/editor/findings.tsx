import { Alert, Anchor, List, Text } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { placePrefix, usePlace } from '~/place/place'
import { ENTITY_OF, KIND_OF, type Kind } from '../kinds'

type Code = Schemas['Finding']['code']

/** What the linter says of one thing; nothing where it says nothing. */
export function Findings({
  kind,
  id,
  textOf,
}: {
  kind: Kind
  id: number
  /** Words that fit the screen better than the common ones. */
  textOf?: (code: Code) => string | undefined
}) {
  const { t } = useTranslation()
  const at = usePlace()
  const entity = ENTITY_OF[kind]
  const { data } = useQuery({
    queryKey: ['lint', at.draft],
    queryFn: () => answered(api.GET(`${placePrefix(at)}/lint` as '/api/v1/lint')),
  })
  const found = (data?.items ?? []).filter(
    (one) => one.entity === entity && (one.id === id || one.other_id === id),
  )
  if (found.length === 0) return null
  return (
    <Alert color="yellow" icon={<IconBulb aria-hidden />} title={t('finding.title')}>
      <List size="sm">
        {found.map((one) => {
          const [other, name] =
            one.other_id === id ? [one.id, one.name] : [one.other_id, one.other_name]
          return (
            <List.Item key={`${one.code} ${one.id} ${one.other_id}`}>
              {textOf?.(one.code) ?? t(`findings.${one.code}`)}{' '}
              {other !== null && (
                <Anchor component={Link} to={`/${KIND_OF[entity]}/${other}`} size="sm">
                  {t(`entities.${entity}`)} {name}
                </Anchor>
              )}
              {one.witness && <Text size="xs">{t('finding.example', { text: one.witness })}</Text>}
            </List.Item>
          )
        })}
      </List>
    </Alert>
  )
}
