export const en = {
  about: 'What happens when a button is pressed.',
  one: 'A button and its callback find each other by the same data.',
  new: 'New callback',
  empty: 'No callbacks yet. A button below a message does something as soon as it has one.',
  columns: { data: 'Data', does: 'What it does', enabled: 'On' },
  form: {
    callback_data: 'Callback data',
    action: 'What it does',
    handler_id: 'Handler',
    enabled: 'Enabled',
  },
  data: {
    exactly: 'Takes presses of buttons with exactly this data. A star is anything: buy:*',
    like: 'Takes all data that looks like this. What a star took can be used in texts: {1}, {2}, …',
    bytes: '{{bytes}} of {{most}} B',
  },
  ways: {
    edit: {
      name: 'Show a handler’s answer in place of the message',
      about: 'For menus: the message with the button turns into another one.',
    },
    reply: { name: 'Send a handler’s answer', about: 'As a new message below.' },
    toast: { name: 'Show a short note', about: 'It vanishes by itself; the chat stays as it is.' },
    own: { name: 'Something else', about: 'Steps of your own: questions, conditions, waiting, …' },
  },
  handler: {
    shown: 'Its text, media and buttons are shown.',
    own: 'What the steps “Send the answer” and “Replace the message” show.',
  },
  note: 'Text of the note',
  enabledHelp: 'Presses of disabled ones are told that the button is out of date.',
  uses: {
    title: 'Buttons that press it',
    none: 'No button has such data.',
    make: 'Make one',
  },
  tryIt:
    'Send what the bot answers with the button, and press it: it does what the form holds now. Nothing is sent to anybody.',
  findings: {
    never_wins: 'Another callback takes all of these presses.',
    overlap: 'Another callback takes some of these presses.',
  },
}
