import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/map'
import { ru } from '~/i18n/ru/map'

addTexts('map', { en, ru })
