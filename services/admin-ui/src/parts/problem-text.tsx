import { Anchor, List, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, type FieldProblem, type Problem } from '~/api/problem'
import { KIND_OF } from '~/resources/kinds'
import { fieldText } from './field-errors'

/** What a refusal means for the person, with fields that have no place of their own. */
export function ProblemText({
  error,
  shown = () => false,
}: {
  error: unknown
  /** Whether an error already stands at its field. */
  shown?: (one: FieldProblem) => boolean
}) {
  const { t } = useTranslation()
  const problem = asProblem(error)
  const fields = problem.errors.filter((one) => !shown(one))
  return (
    <>
      <Text size="sm">{messageOf(problem, t)}</Text>
      {fields.length > 0 && (
        <List size="sm">
          {fields.map((one) => (
            <List.Item key={`${one.field} ${one.rule}`}>
              {one.field && <b>{one.field}: </b>}
              {fieldText(one, t)}
            </List.Item>
          ))}
        </List>
      )}
      {problem.conflicts.length > 0 && (
        <Text size="sm">
          {t('problems.inTheWay')}{' '}
          {problem.conflicts.map((one, at) => (
            <Fragment key={`${one.entity} ${one.id}`}>
              {at > 0 && ', '}
              <Anchor
                component={Link}
                to={`/${KIND_OF[one.entity]}/$id` as '/handlers/$id'}
                params={{ id: one.id } as never}
                size="sm"
                // Links of their own colour are too pale on the alert's.
                c="inherit"
                underline="always"
              >
                {t(`entities.${one.entity}`)} {one.id}
              </Anchor>
            </Fragment>
          ))}
        </Text>
      )}
      {problem.status >= 500 && problem.requestId && (
        <Text size="xs" c="dimmed">
          {t('problems.request', { id: problem.requestId })}
        </Text>
      )}
    </>
  )
}

export function messageOf(problem: Problem, t: TFunction): string {
  return t(`problems.${problem.code}` as 'problems.other', { defaultValue: t('problems.other') })
}
