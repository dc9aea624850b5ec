import { useTranslation } from 'react-i18next'

/**
 * What a list says that shows no choices. That nothing was found is known only once everything was
 * loaded; before, a person would look for another spelling.
 */
export function useNoChoices(
  nothing: string,
  asked: { isPending: boolean; error: unknown },
): string {
  const { t } = useTranslation()
  if (asked.error) return t('states.notLoaded')
  return asked.isPending ? t('states.loading') : nothing
}
