import type { Template } from './template'

/** Asks for a mark by buttons, and for a few words where it is a bad one. */
export const feedback: Template = {
  en: {
    version: 1,
    keyboards: {
      Marks: {
        layout: [
          [
            { label: '👍 Good', data: 'mark:good' },
            { label: '👎 Bad', data: 'mark:bad' },
          ],
        ],
      },
    },
    handlers: {
      '/feedback': { title: 'Feedback', message: 'How did you like it?', keyboard: 'Marks' },
    },
    callbacks: {
      'mark:good': { action: [{ type: 'alert', text: 'Thank you! We are glad.' }] },
      'mark:bad': {
        action: [
          {
            type: 'ask',
            variable: 'complaint',
            question: 'We are sorry. What should we do better?',
            cancel: 'Rather not say',
          },
          { type: 'toast', text: 'Thank you, we will look into it.' },
        ],
      },
    },
  },
  ru: {
    version: 1,
    keyboards: {
      Оценки: {
        layout: [
          [
            { label: '👍 Хорошо', data: 'mark:good' },
            { label: '👎 Плохо', data: 'mark:bad' },
          ],
        ],
      },
    },
    handlers: {
      '/feedback': { title: 'Отзыв', message: 'Как вам у нас?', keyboard: 'Оценки' },
    },
    callbacks: {
      'mark:good': { action: [{ type: 'alert', text: 'Спасибо! Мы рады.' }] },
      'mark:bad': {
        action: [
          {
            type: 'ask',
            variable: 'complaint',
            question: 'Нам жаль. Что нам сделать лучше?',
            cancel: 'Не хочу говорить',
          },
          { type: 'toast', text: 'Спасибо, мы разберёмся.' },
        ],
      },
    },
  },
}
