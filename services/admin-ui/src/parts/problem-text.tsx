import { List, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { asProblem, type FieldProblem, type Problem } from '~/api/problem'
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
          {problem.conflicts.map((one) => `${t(`entities.${one.entity}`)} ${one.id}`).join(', ')}
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
