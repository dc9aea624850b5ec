import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/common'
import { initialLanguage, type Language, rememberLanguage } from './language'
import { ru } from './ru/common'
import { ru as rules } from './ru/rules'

const language = initialLanguage()
document.documentElement.lang = language

void i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  defaultNS: 'common',
  resources: { en: { common: en }, ru: { common: ru, rules } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  // Everything is in the bundle, so there is nothing to wait for.
  initAsync: false,
})

/** Texts of a part of the app, which come with its code when it is opened. */
export function addTexts(namespace: string, texts: Record<Language, object>): void {
  for (const [language, resources] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, resources)
  }
}

export function currentLanguage(): Language {
  return i18next.language as Language
}

export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}
