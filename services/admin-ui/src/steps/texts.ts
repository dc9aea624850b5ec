import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/steps'
import { ru } from '~/i18n/ru/steps'

addTexts('steps', { en, ru })
