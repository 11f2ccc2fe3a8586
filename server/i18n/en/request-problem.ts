/** Problems of any request: `problem.request.<code>`. */
export const requestProblem = {
  invalid:
    'Something in it is missing or not valid, so nothing was changed. Check what you entered, then try again.',
  forbidden: 'Your role does not allow this. Ask an owner or admin of the workspace.',
  notFound: 'It is no longer there. Reload to see what is current.',
  conflict: 'Somebody changed it in the meantime. Look at the current state, then try again.',
  diskFull:
    'The server’s disk is full, so nothing was saved. Keep your words, and tell whoever runs Hubbub to free some space.',
  tooMany: 'That was too many in a short time. Wait a moment, then try again.',
  tooLong:
    'That is longer than {max, number} characters, so it was not saved. What you typed is still here; shorten it, then try again.',
  tooLarge: 'That is too large. Send less at once.',
  signedOut: 'Your session has ended. Sign in again; what you typed is still here.',
  unreachable: 'The server cannot be reached. What you typed is still here; try again in a moment.',
  otherPerson:
    'Somebody else has signed in in this browser, so this was not sent. Sign in yourself, then do it again.',
  failed: 'Something went wrong on our side. Nothing was changed; try again.',
} as const
