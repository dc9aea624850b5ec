import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/callbacks'
import { ru } from '~/i18n/ru/callbacks'

addTexts('callbacks', { en, ru })
