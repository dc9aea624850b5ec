import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/interactions'
import { ru } from '~/i18n/ru/interactions'

addTexts('interactions', { en, ru })
