/** Problems of channels: `problem.channel.<code>`. */
export const channelProblem = {
  notYet: '{network} cannot be connected yet. Its counters and previews work already.',
  alreadyConnected: 'This account is connected already, as {name}. Open that channel instead.',
  otherAccount:
    'That login belongs to {handle}, but this channel is {expected}. Sign in as {expected}, or connect {handle} as a channel of its own.',
  fieldMissing: 'This field is needed to connect. Fill it in, then try again.',
  hasPlannedPosts:
    '{posts, plural, one {# post is} other {# posts are}} planned on this channel and will not go out once it is disconnected. Confirm to disconnect anyway.',
  disconnected: 'This channel is not connected. Connect it again in its settings, then try again.',
  retired: 'This channel was removed. Choose another one.',
  plainHttp:
    'The password would go to {address} unencrypted. Use https://, or ask whoever runs Hubbub to name the host in OUTBOUND_ALLOW.',
  plainServer:
    'The account lives on {address}, and access to it would go there unencrypted. Ask whoever runs that server for https://, or whoever runs Hubbub to name the host in OUTBOUND_ALLOW.',
  inside:
    'Hubbub does not go to {host}: it is no public address. If it is a server of your own, whoever runs Hubbub can list it in OUTBOUND_ALLOW; otherwise correct the address.',
  network: {
    authExpired:
      '{network} did not accept this login ({detail}). Check the name and the password, or make a new app password there.',
    forbidden:
      '{network} does not allow this account to do that ({detail}). Ask whoever owns the account there.',
    rateLimited: '{network} asks us to wait ({detail}). Try again in a few minutes.',
    rejected: '{network} refused this: {detail}. Correct the details, then try again.',
    transient: '{network} did not answer ({detail}). Nothing was changed; try again in a moment.',
    ambiguous:
      '{network} broke off without an answer ({detail}). Look there whether it was done before you try again.',
  },
} as const
