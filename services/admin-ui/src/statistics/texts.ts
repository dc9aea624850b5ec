import '~/interactions/texts'
import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/statistics'
import { ru } from '~/i18n/ru/statistics'

addTexts('statistics', { en, ru })
