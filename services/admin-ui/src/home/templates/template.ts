import type { Language } from '~/i18n/language'

/** A configuration as one document: docs/admin-api/config-as-code.md of the project. */
export interface Document {
  version: 1
  keyboards?: Record<string, object>
  handlers?: Record<string, object>
  callbacks?: Record<string, object>
}

/** A ready-made part of a bot, in the language of the bot's users. */
export type Template = Record<Language, Document>
