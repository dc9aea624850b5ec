import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/keyboards'
import { ru } from '~/i18n/ru/keyboards'

addTexts('keyboards', { en, ru })
