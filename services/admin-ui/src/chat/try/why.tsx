import { Anchor, Code, List, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KIND_OF } from '~/resources/kinds'
import { StepsSummary } from '~/steps/steps-summary'
import type { Explanation } from './asking'
import { assumptionText } from './assumption'
import classes from './try-it.module.css'

type Matched = Explanation['others'][number] | NonNullable<Explanation['winner']>

/** What is not saved yet has ids from here on: it has no page to go to. */
const FIRST_UNSAVED_ID = 9_000_000_000_000_000

/** Who answered, who else might have, and what was done. */
export function Why({ told }: { told: Explanation }) {
  const { t } = useTranslation('chat')
  const matched = Object.entries(told.matched)
  return (
    <details className={classes.why}>
      <summary>{t('tryIt.why')}</summary>
      <Stack gap={6} mt={6}>
        {told.winner ? (
          <Text size="sm">
            {t('tryIt.won')}: <Name one={told.winner} />
          </Text>
        ) : (
          <Text size="sm">{t('tryIt.nobody')}</Text>
        )}
        {told.others.length > 0 && (
          <Part title={t('tryIt.others')}>
            {told.others.map((one) => (
              <List.Item key={`${one.entity} ${one.id}`}>
                <Name one={one} />:{' '}
                {t(`tryIt.reasons.${one.reason}` as 'tryIt.reasons.later_id', {
                  defaultValue: one.detail,
                })}
              </List.Item>
            ))}
          </Part>
        )}
        {matched.length > 0 && (
          <Part title={t('tryIt.matched')}>
            {matched.map(([name, value]) => (
              <List.Item key={name}>
                <Code>{`{${name}}`}</Code> = {value}
              </List.Item>
            ))}
          </Part>
        )}
        {told.steps.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('tryIt.steps')}
            </Text>
            <StepsSummary steps={told.steps.map(({ step }) => step)} />
          </div>
        )}
        {told.assumed.length > 0 && (
          <Part title={t('tryIt.assumed')}>
            {told.assumed.map((one) => (
              <List.Item key={JSON.stringify(one)}>{assumptionText(one, t)}</List.Item>
            ))}
          </Part>
        )}
      </Stack>
    </details>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">{children}</List>
    </div>
  )
}

function Name({ one }: { one: Matched }) {
  const { t } = useTranslation('chat')
  const name = t(`tryIt.winner.${one.entity}`, { pattern: one.pattern })
  if (one.id >= FIRST_UNSAVED_ID) return name
  return (
    <Anchor
      component={Link}
      to={`/${KIND_OF[one.entity]}/$id` as '/handlers/$id'}
      params={{ id: String(one.id) } as never}
      size="sm"
    >
      {name}
    </Anchor>
  )
}
