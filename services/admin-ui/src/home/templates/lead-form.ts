import type { Template } from './template'

/** Asks for a name and a phone number, one after the other, and remembers both. */
export const leadForm: Template = {
  en: {
    version: 1,
    handlers: {
      '/order': {
        title: 'Order form',
        message: 'Thank you, {var.name}! We will call you at {var.phone}.',
        action: [
          {
            type: 'ask',
            variable: 'name',
            question: 'What is your name?',
            cancel: 'Never mind',
            on_cancel: [{ type: 'toast', text: 'No problem. Send /order when you like.' }],
          },
          {
            type: 'ask',
            variable: 'phone',
            question: 'What is your phone number, {var.name}?',
            answer: 'phone',
            retry: 'That is no phone number. For example: +49 30 901820',
            cancel: 'Never mind',
            on_cancel: [{ type: 'toast', text: 'No problem. Send /order when you like.' }],
          },
          { type: 'reply' },
        ],
      },
    },
  },
  ru: {
    version: 1,
    handlers: {
      '/order': {
        title: 'Заявка',
        message: 'Спасибо, {var.name}! Мы позвоним вам по номеру {var.phone}.',
        action: [
          {
            type: 'ask',
            variable: 'name',
            question: 'Как вас зовут?',
            cancel: 'Не сейчас',
            on_cancel: [{ type: 'toast', text: 'Хорошо. Напишите /order, когда захотите.' }],
          },
          {
            type: 'ask',
            variable: 'phone',
            question: 'Ваш номер телефона, {var.name}?',
            answer: 'phone',
            retry: 'Это не похоже на номер телефона. Например: +7 495 123-45-67',
            cancel: 'Не сейчас',
            on_cancel: [{ type: 'toast', text: 'Хорошо. Напишите /order, когда захотите.' }],
          },
          { type: 'reply' },
        ],
      },
    },
  },
}
