/** Problems of coming in: `problem.<code>`. */
export const doorProblem = {
  signIn: {
    wrong: 'E-mail or password is wrong. Check both and try again.',
    locked: 'Too many failed attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  setup: {
    used: 'This setup link is used or too old. Once somebody has set Hubbub up, sign in; until then, restart the server to get a new one.',
  },
  invitation: {
    alreadyMember: '{name} is a member already. Change the role in the list of members instead.',
    used: 'This invitation is used, withdrawn or older than 7 days. Ask for a new one.',
    otherAccount: 'This invitation is for {email}. Sign out, then open the link again.',
    hasAccount: '{email} has an account already. Sign in, then open the link again.',
  },
} as const
