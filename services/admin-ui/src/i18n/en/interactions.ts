export const en = {
  kinds: {
    start: 'Start',
    command: 'Command',
    message: 'Message',
    answer: 'Answer to a question',
    unmatched: 'Not understood',
    button_click: 'Press of a button',
    stale_button: 'Press of an old button',
    blocked: 'Blocked the bot',
    unblocked: 'Unblocked the bot',
    new_member: 'Joined a group',
    left_member: 'Left a group',
    join_request: 'Asked to join',
  },
  deletedHandler: '{{name}} (deleted)',
  nameless: 'No name, {{id}}',
}
