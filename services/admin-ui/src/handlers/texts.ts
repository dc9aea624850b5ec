import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/handlers'
import { ru } from '~/i18n/ru/handlers'

addTexts('handlers', { en, ru })
