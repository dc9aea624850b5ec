import { Anchor, Card, List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { KIND_OF } from '~/resources/kinds'

const SHOWN = 6

/** What the linter finds. */
export function FindingsCard() {
  const { t } = useTranslation('home')
  const query = useQuery({
    queryKey: ['lint'],
    queryFn: () => answered(api.GET('/api/v1/lint')),
  })
  const found = query.data?.items ?? []
  return (
    <Card withBorder component="section" aria-labelledby="findings">
      <Title order={2} size="h4" mb="sm" id="findings">
        {t('findings.title')}
      </Title>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting rows={2} height={24} />}
      {query.data && found.length === 0 && <Text c="dimmed">{t('findings.none')}</Text>}
      <List spacing="xs" size="sm">
        {found.slice(0, SHOWN).map((one) => (
          <List.Item key={`${one.code} ${one.entity} ${one.id} ${one.other_id}`}>
            <FindingLine finding={one} />
          </List.Item>
        ))}
      </List>
      {found.length > SHOWN && (
        <Anchor component={Link} to="/map" size="sm">
          {t('findings.more', { count: found.length - SHOWN })}
        </Anchor>
      )}
    </Card>
  )
}

function FindingLine({ finding }: { finding: Schemas['Finding'] }) {
  const { t } = useTranslation(['home', 'common'])
  const { entity, code } = finding
  const concerned = [
    { id: finding.id, name: finding.name },
    { id: finding.other_id, name: finding.other_name },
  ]
  return (
    <>
      {t(`common:findings.${code}`)}
      {entity !== null &&
        concerned.map(
          ({ id, name }) =>
            id !== null && (
              <Fragment key={id}>
                {' '}
                <Anchor component={Link} to={`/${KIND_OF[entity]}/${id}`} size="sm">
                  {t(`common:entities.${entity}`)} {name}
                </Anchor>
              </Fragment>
            ),
        )}
    </>
  )
}
