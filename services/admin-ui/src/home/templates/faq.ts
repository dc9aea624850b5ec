import type { Template } from './template'

/** Questions as buttons and as words in a message, and an answer to all else. */
export const faq: Template = {
  en: {
    version: 1,
    keyboards: {
      Questions: {
        layout: [
          [{ label: 'How do I pay?', data: 'faq:payment' }],
          [{ label: 'How long does delivery take?', data: 'faq:delivery' }],
        ],
      },
      'All questions': { layout: [[{ label: '‹ All questions', data: 'faq:all' }]] },
    },
    handlers: {
      '/faq': {
        title: 'Questions',
        message: 'What would you like to know? Choose a question or write your own.',
        keyboard: 'Questions',
      },
      '*pay*': {
        title: 'Answer: payment',
        message: 'You pay by card or in cash when you get the order.',
        keyboard: 'All questions',
      },
      '*deliver*': {
        title: 'Answer: delivery',
        message: 'Delivery takes two to three days.',
        keyboard: 'All questions',
      },
      '*': {
        title: 'Anything else',
        message: 'I don’t know that one yet. Here is what I can answer: /faq',
      },
    },
    callbacks: {
      'faq:all': { handler: '/faq' },
      'faq:payment': { handler: '*pay*' },
      'faq:delivery': { handler: '*deliver*' },
    },
  },
  ru: {
    version: 1,
    keyboards: {
      Вопросы: {
        layout: [
          [{ label: 'Как оплатить?', data: 'faq:payment' }],
          [{ label: 'Сколько идёт доставка?', data: 'faq:delivery' }],
        ],
      },
      'Все вопросы': { layout: [[{ label: '‹ Все вопросы', data: 'faq:all' }]] },
    },
    handlers: {
      '/faq': {
        title: 'Вопросы',
        message: 'Что вас интересует? Выберите вопрос или напишите свой.',
        keyboard: 'Вопросы',
      },
      '*опла*': {
        title: 'Ответ: оплата',
        message: 'Оплатить можно картой или наличными при получении.',
        keyboard: 'Все вопросы',
      },
      '*достав*': {
        title: 'Ответ: доставка',
        message: 'Доставка занимает два-три дня.',
        keyboard: 'Все вопросы',
      },
      '*': {
        title: 'Всё остальное',
        message: 'Этого я пока не знаю. Вот на что я отвечаю: /faq',
      },
    },
    callbacks: {
      'faq:all': { handler: '/faq' },
      'faq:payment': { handler: '*опла*' },
      'faq:delivery': { handler: '*достав*' },
    },
  },
}
