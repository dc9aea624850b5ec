import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/buttons'
import { ru } from '~/i18n/ru/buttons'

addTexts('buttons', { en, ru })
