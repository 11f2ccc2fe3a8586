/** Problems of review and approval: `problem.approval.<code>`. */
export const approvalProblem = {
  notOpen: 'This is not waiting for a decision any more. Look at its current state.',
  notApprover: 'You are not asked to approve this. Ask one of its approvers.',
  ownVersion: 'You wrote or submitted this, so somebody else has to approve it.',
  commentRequired: 'Say what should change, so that the writer knows what to do.',
  stale: 'The text changed while you read it. Your decision was not taken; read it again, then decide.',
  rejectedUnchanged:
    'This was rejected for {channel} just as it is. Change the text or the pictures there, then submit it again.',
  nothingToSubmit: 'Everything here is under review or approved already.',
  nothingToWithdraw: 'Nothing here is under review, approved or scheduled.',
} as const

export const approval = {
  state: {
    none: 'No review needed',
    optional: 'Review is optional',
    notSubmitted: 'Not submitted yet',
    open: '{decided} of {needed} approved',
    approved: 'Approved',
    changes: 'Changes requested',
    rejected: 'Rejected',
  },
  step: 'Step {index} of {steps}: {name}',
  waitingFor: 'Waiting for {names}',
  anyone: '{names} or {count, plural, one {# other} other {# others}}',
  stuck: 'Nobody can approve this: everyone asked wrote it. Add an approver in the channel’s settings.',
  voided: 'An edit made the earlier approval void.',
  because: {
    notOpen: 'Not waiting for a decision.',
    notApprover: 'You are not asked to approve this.',
    ownVersion: 'You wrote this version, so somebody else approves it.',
  },
  since: 'What changed since your decision',
  decision: {
    approve: '{name} approved',
    changes: '{name} requested changes',
    reject: '{name} rejected',
    older: 'an earlier version',
  },
  approve: 'Approve',
  requestChanges: 'Request changes',
  reject: 'Reject',
  reason: {
    changes: 'What should change?',
    reject: 'Why is this rejected?',
    hint: 'The writer sees this with the post.',
  },
  done: { approve: 'Approved', changes: 'Changes requested', reject: 'Rejected' },
  empty: 'Add a channel to see who approves.',
} as const
