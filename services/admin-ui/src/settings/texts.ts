import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/settings'
import { ru } from '~/i18n/ru/settings'

addTexts('settings', { en, ru })
