import type { Schemas } from '~/api/client'

/** One step of an action, as the API has them. */
export type Step = Schemas['HandlerView']['action'][number]
export type StepKind = Step['type']
export type StepOf<K extends StepKind> = Extract<Step, { type: K }>

/** Fields to change; an undefined one gets its default, which stays out of what is saved. */
export type Part<T> = { [Field in keyof T]?: T[Field] | undefined }

export function patched<T extends object>(whole: T, part: Part<T>): T {
  const entries = Object.entries({ ...whole, ...part })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}

export function replaced<T>(list: readonly T[], at: number, one: T): T[] {
  return list.map((other, index) => (index === at ? one : other))
}

export function inserted<T>(list: readonly T[], at: number, one: T): T[] {
  return [...list.slice(0, at), one, ...list.slice(at)]
}

export function removed<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at)
}
