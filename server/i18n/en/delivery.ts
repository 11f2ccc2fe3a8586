/** Sending: the ledger, what keeps a post from going out, pauses. */
export const delivery = {
  title: 'Sending',
  sent: 'Sent {time}',
  sentLink: 'Open on the network',
  due: 'Goes out {time}',
  dueAgain: 'Tried again {time}: {because}',
  notSent: 'Not sent, because {because}',
  slot: 'Its slot was {time}',
  parts: '{sent, number} of {all, number} parts are out',
  detail: 'In detail: {detail}',
  none: 'Nothing is scheduled. Choose a time, then schedule the post.',
  retry: 'Send now',
  drop: 'Do not send',
  dropped: 'Taken off its slot',
  resolve: {
    ask: 'Nobody knows whether it went out. Look on the network, then say so here.',
    sent: 'It is there',
    not_sent: 'It is not there',
    send_again: 'It is not there: send again',
  },
  page: {
    title: 'Sending',
    waiting: '{count, plural, one {# post waits for a decision} other {# posts wait for a decision}}',
    weeks: 'Weeks',
    previous: 'Week before',
    next: 'Week after',
    empty: 'Nothing goes out this week.',
    emptyHint: 'Schedule a post, and its slot stands here: sent, or why not.',
    emptyAct: 'Go to the board',
  },
  because: {
    approval: {
      missing: 'it was not approved in time',
      voided: 'it was changed after its approval',
      changes: 'changes were requested',
      rejected: 'it was rejected',
    },
    network: {
      authExpired: 'the network no longer accepts our login; connect the channel again',
      forbidden: 'the network does not allow the account to do this',
      rateLimited: 'the network asks us to wait',
      rejected: 'the network refused it',
      transient: 'the network did not answer',
      ambiguous: 'the network broke off, and it is not certain whether it went out',
    },
    publishing: { paused: 'publishing was paused' },
    delivery: {
      late: 'the server was down at its time',
      restored: 'a backup was put back after its time; look on the network whether it is out already',
      cancelled: 'it was taken off its slot',
      notDue: 'its time has not come',
      inProgress: 'it is being sent at this moment',
    },
    channel: { disconnected: 'the channel is not connected' },
    content: {
      overLimit: 'it breaks a limit of the network',
      mediaMissing: 'a picture is no longer there',
    },
  },
} as const

/** Problems of sending: `problem.delivery.<code>`. */
export const deliveryProblem = {
  inProgress: 'It is being sent at this moment, so it stays as it is. Look at the result in a minute.',
  resolveFirst:
    'It is not certain whether it went out. Look on the network and say so in the post, then try again.',
  partlySent: 'Part of this thread is out already. Send the rest, or say in the post that it ends here.',
  nothingPlanned: 'Nothing of this post is planned. Schedule it first.',
  notApproved: 'What {channel} would get is not approved as it is now. Submit it for review first.',
  notConnected: '{channel} is not connected. Connect it again in the settings, then try again.',
  mediaMissing:
    'A picture for {channel} is no longer in the library. Take it out of the post or add another.',
  tooLong: 'The text is {over, number} over the limit of {limit, number} for {channel}. Shorten it there.',
  unfit: '{channel} would not take the post as it is. Open it and mend what its preview marks.',
  notWaiting: 'It does not wait to be sent again. Reload to see where it stands.',
  notAmbiguous: 'It is clear by now what became of it. Reload to see where it stands.',
  paused: 'Publishing is paused, so it stays held. End the pause, then send it.',
} as const

export const pauseProblem = {
  already: 'This is paused already. End that pause first if the reason has changed.',
} as const

/** What every page says while publishing is paused: `delivery.pause`. */
export const pause = {
  start: 'Pause publishing',
  explain:
    'Posts whose time comes while it is paused are held. When the pause ends nothing fires by itself: they wait here to be sent, moved or dropped.',
  what: 'What to pause',
  reason: 'Why, for everybody to read',
  kind: {
    workspace: 'Everything',
    team: 'A team',
    network: 'A network',
    campaign: 'A campaign',
    label: 'A label',
  },
  banner: 'Publishing is paused ({scope}): {reason}',
  by: 'Since {time}, by {name}',
  end: 'End the pause',
  ended:
    '{held, plural, =0 {The pause has ended.} one {The pause has ended. # post waits to be sent, moved or dropped.} other {The pause has ended. # posts wait to be sent, moved or dropped.}}',
  scope: {
    workspace: 'everything',
    team: 'team {value}',
    network: 'network {value}',
    campaign: 'campaign {value}',
    label: 'label {value}',
  },
} as const
