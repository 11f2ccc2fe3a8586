/** Problems of the inbox: `problem.conversation.<code>`. */
export const conversationProblem = {
  claimed: '{name} is on it right now. Wait a moment, or take it over.',
  alreadyAnswered:
    '{name} has answered in the meantime. Read that answer, then confirm if yours is still needed.',
  unanswered:
    '{count, plural, one {# message has} other {# messages have}} no answer yet. Answer, or close with a reason why none is needed.',
  closed: 'This conversation is closed. Reopen it first.',
  cannotRead: '{name} may not read this conversation. Choose somebody of its team.',
  cannotReply: 'There is no message here that can be answered. Answer on the network itself.',
  tooLong:
    '{over, plural, one {# character} other {# characters}} too many for {network}, which takes {limit}. Shorten the text.',
  noteNeeded: 'Say in a few words why no answer is needed.',
  snoozeTime: 'Choose a moment in the future, at most a year ahead.',
  replySettled: 'Somebody has settled this reply already. Look at how it stands now.',
} as const
