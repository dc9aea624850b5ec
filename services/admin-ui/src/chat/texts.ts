import { addTexts } from '~/i18n'
import { en } from '~/i18n/en/chat'
import { ru } from '~/i18n/ru/chat'

addTexts('chat', { en, ru })
