import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '~/i18n'
import { LANGUAGES, type Language } from '~/i18n/language'

export function LanguageChoice() {
  const { t, i18n } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('shell.language')}
      value={i18n.language}
      onChange={(language) => void chooseLanguage(language as Language)}
      data={LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
    />
  )
}
