import 'i18next'
import type { en as buttons } from './en/buttons'
import type { en as callbacks } from './en/callbacks'
import type { en as changes } from './en/changes'
import type { en as chat } from './en/chat'
import type { en as common } from './en/common'
import type { en as days } from './en/days'
import type { en as handlers } from './en/handlers'
import type { en as home } from './en/home'
import type { en as interactions } from './en/interactions'
import type { en as keyboards } from './en/keyboards'
import type { en as map } from './en/map'
import type { en as people } from './en/people'
import type { en as settings } from './en/settings'
import type { en as statistics } from './en/statistics'
import type { en as steps } from './en/steps'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    /** One line for each part of the app; a part adds its texts with `addTexts`. */
    resources: {
      buttons: typeof buttons
      callbacks: typeof callbacks
      changes: typeof changes
      chat: typeof chat
      common: typeof common
      days: typeof days
      handlers: typeof handlers
      home: typeof home
      interactions: typeof interactions
      keyboards: typeof keyboards
      map: typeof map
      people: typeof people
      settings: typeof settings
      statistics: typeof statistics
      steps: typeof steps
    }
  }
}
