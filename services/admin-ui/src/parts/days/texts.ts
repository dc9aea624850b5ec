import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/days'
import { ru } from '~/i18n/ru/days'

addTexts('days', { en, ru })
