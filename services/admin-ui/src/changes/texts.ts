import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/changes'
import { ru } from '~/i18n/ru/changes'

addTexts('changes', { en, ru })
