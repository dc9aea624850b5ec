import type { TFunction } from 'i18next'
import type { Schemas } from '~/api/client'

export type Condition =
  | Schemas['Language']
  | Schemas['ChatKind']
  | Schemas['Variable']
  | Schemas['Person']
  | Schemas['Subscribed']

export type ConditionKind = Condition['type']
export type ConditionOf<K extends ConditionKind> = Extract<Condition, { type: K }>
export type Operator = NonNullable<Schemas['Variable']['operator']>
export type Match = 'all' | 'any'

/** As Telegram names them. */
export const CHAT_KINDS = ['private', 'group', 'supergroup', 'channel'] as const

export const OPERATORS: Operator[] = ['equals', 'contains', 'greater', 'less', 'is_set']

const EMPTY: { [K in ConditionKind]: ConditionOf<K> } = {
  variable: { type: 'variable', name: '' },
  person: { type: 'person', field: 'premium' },
  language: { type: 'language', among: [] },
  chat: { type: 'chat', among: ['private'] },
  subscribed: { type: 'subscribed', chat: '' },
}

export const CONDITION_KINDS = Object.keys(EMPTY) as ConditionKind[]

export function emptyCondition<K extends ConditionKind>(type: K): ConditionOf<K> {
  return structuredClone(EMPTY[type])
}

/** What a condition says, as a part of a sentence: `city is Berlin`. */
export function conditionText(condition: Condition, t: TFunction<'steps'>): string {
  const said = statement(condition, t)
  return condition.negate ? t('conditions.not', { condition: said }) : said
}

export function conditionsText(
  conditions: readonly Condition[],
  match: Match,
  t: TFunction<'steps'>,
): string {
  const joint = t(match === 'all' ? 'conditions.and' : 'conditions.or')
  return conditions.map((one) => conditionText(one, t)).join(` ${joint} `)
}

function statement(condition: Condition, t: TFunction<'steps'>): string {
  switch (condition.type) {
    case 'language':
      return t('conditions.says.language', { among: condition.among.join(', ') || '…' })
    case 'chat': {
      const kinds = condition.among as (typeof CHAT_KINDS)[number][]
      const names = kinds.map((kind) => t(`conditions.chats.${kind}`))
      return t('conditions.says.chat', { among: names.join(', ') || '…' })
    }
    case 'subscribed':
      return t('conditions.says.subscribed', { chat: condition.chat || '…' })
    case 'variable':
      return compared(condition.name || '…', condition, t)
    case 'person':
      if (condition.field === 'premium') return t('conditions.says.premium')
      return compared(t(`conditions.people.${condition.field}`), condition, t)
  }
}

function compared(
  name: string,
  { operator = 'equals', value = '' }: { operator?: Operator; value?: string },
  t: TFunction<'steps'>,
): string {
  return t(`conditions.compares.${operator}`, { name, value: value || '…' })
}
