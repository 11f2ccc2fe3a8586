/** Words of mail; drawn as plain text and as HTML. */
export const mail = {
  invitation: {
    subject: '{name} invites you to {workspace} on Hubbub',
    title: '{name} invites you to work in {workspace} on Hubbub',
    act: 'Join {workspace}',
    once: 'The link works once, for 7 days.',
    foot: 'If you do not know {name}, ignore this message; nothing happens.',
  },
  notifications: {
    subject: '{count, number} new in {workspace}: {what}',
    title: '{count, number} new: {what}',
    what: {
      notSent: '{count, plural, one {not sent} other {# not sent}}',
      review: '{count, plural, one {review asked} other {# reviews asked}}',
      decision: '{count, plural, one {decision} other {# decisions}}',
      mention: '{count, plural, one {mention} other {# mentions}}',
      reply: '{count, plural, one {reply} other {# replies}}',
      assignment: '{count, plural, one {assignment} other {# assignments}}',
      sent: '{count, plural, one {sent} other {# sent}}',
    },
    more: 'And {count, number} more, in the app.',
    open: 'Open {workspace}',
    where: 'Open {workspace} at the address you know and press the bell to see them.',
    why: 'You get this because you are a member of {workspace} and had not read it in the app.',
    whyNoLink:
      'You get this because you are a member of {workspace} and had not read it in the app. Choose what is mailed in Hubbub under Settings, Profile.',
    choose: 'Choose what is mailed, or turn it off',
  },
} as const
