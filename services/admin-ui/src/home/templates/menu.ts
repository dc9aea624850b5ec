import type { Template } from './template'

/** A main menu with two pages and the way back; presses change the message in its place. */
export const menu: Template = {
  en: {
    version: 1,
    keyboards: {
      'Main menu': {
        layout: [
          [{ label: '💶 Prices', data: 'menu:prices' }],
          [{ label: '📍 Find us', data: 'menu:contacts' }],
        ],
      },
      'Back to the menu': { layout: [[{ label: '‹ Back', data: 'menu:home' }]] },
    },
    handlers: {
      '/start': {
        title: 'Main menu',
        message: 'Hello, {first_name|friend}! What would you like to know?',
        keyboard: 'Main menu',
      },
      '/prices': {
        title: 'Prices',
        message: '<b>Prices</b>\n\nFirst item — €10\nSecond item — €15',
        keyboard: 'Back to the menu',
      },
      '/contacts': {
        title: 'Find us',
        message: '<b>Find us</b>\n\nOur address, our phone, our hours.',
        keyboard: 'Back to the menu',
      },
    },
    callbacks: {
      'menu:home': { handler: '/start' },
      'menu:prices': { handler: '/prices' },
      'menu:contacts': { handler: '/contacts' },
    },
  },
  ru: {
    version: 1,
    keyboards: {
      'Главное меню': {
        layout: [
          [{ label: '💶 Цены', data: 'menu:prices' }],
          [{ label: '📍 Контакты', data: 'menu:contacts' }],
        ],
      },
      'Назад в меню': { layout: [[{ label: '‹ Назад', data: 'menu:home' }]] },
    },
    handlers: {
      '/start': {
        title: 'Главное меню',
        message: 'Здравствуйте, {first_name|друг}! Что вам подсказать?',
        keyboard: 'Главное меню',
      },
      '/prices': {
        title: 'Цены',
        message: '<b>Цены</b>\n\nПервый товар — 900 ₽\nВторой товар — 1300 ₽',
        keyboard: 'Назад в меню',
      },
      '/contacts': {
        title: 'Контакты',
        message: '<b>Контакты</b>\n\nНаш адрес, телефон и часы работы.',
        keyboard: 'Назад в меню',
      },
    },
    callbacks: {
      'menu:home': { handler: '/start' },
      'menu:prices': { handler: '/prices' },
      'menu:contacts': { handler: '/contacts' },
    },
  },
}
