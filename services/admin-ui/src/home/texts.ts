import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/home'
import { ru } from '~/i18n/ru/home'

addTexts('home', { en, ru })
