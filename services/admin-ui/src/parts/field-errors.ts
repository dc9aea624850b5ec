import i18next, { type TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, type FieldProblem } from '~/api/problem'

/** What a broken rule means, in the person's language; the API's own words are English. */
export function fieldText(one: FieldProblem, t: TFunction): string {
  // Codes are the API's, so no type here lists them.
  const key: string = `rules:${one.rule}`
  return i18next.exists(key) ? t(key as 'app', { detail: one.detail }) : capital(one.detail)
}

/**
 * Tells the error of a field, or undefined: `errorOf('message')`. A list's field takes those of its
 * parts as well (`layout` takes `layout[0][2]`) where `parts` is set. It is another function only when
 * the error is another.
 */
export function useFieldErrors(error: unknown) {
  const { t } = useTranslation()
  return useCallback(
    (field: string, parts = false): string | undefined => {
      const errors = error ? asProblem(error).errors : []
      const found = errors.filter(
        (one) => one.field === field || (parts && isPart(one.field, field)),
      )
      return found.length === 0 ? undefined : found.map((one) => fieldText(one, t)).join('\n')
    },
    [error, t],
  )
}

function isPart(field: string, of: string): boolean {
  return field.startsWith(`${of}[`) || field.startsWith(`${of}.`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
