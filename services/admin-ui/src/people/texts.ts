import '~/interactions/texts'
import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/people'
import { ru } from '~/i18n/ru/people'

addTexts('people', { en, ru })
