export const LANGUAGES = ['en', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский' }

const KEY = 'botloom.language'

/** What was chosen here before, or else the first of the browser's that there is. */
export function initialLanguage(): Language {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages]
  for (const one of wanted) {
    const found = LANGUAGES.find((language) => one?.toLowerCase().startsWith(language))
    if (found) return found
  }
  return 'en'
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
}
