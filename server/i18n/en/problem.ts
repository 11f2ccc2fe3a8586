import { apiProblem } from './api.ts'
import { approvalProblem } from './approval.ts'
import { assetProblem } from './asset.ts'
import { attachmentProblem } from './attachment.ts'
import { postProblem, stageProblem } from './board-problem.ts'
import { bulkProblem } from './bulk.ts'
import { campaignProblem } from './campaign.ts'
import { canvasProblem } from './canvas-problem.ts'
import { channelProblem } from './channel.ts'
import { checklistProblem } from './checklist.ts'
import { commentProblem } from './comment.ts'
import { conversationProblem } from './conversation.ts'
import { deliveryProblem, pauseProblem } from './delivery.ts'
import { draftProblem, penProblem } from './draft.ts'
import { labelProblem } from './label.ts'
import { practiceProblem } from './practice.ts'
import { accountProblem, memberProblem, roleProblem, teamProblem } from './settings-problem.ts'
import { viewProblem } from './view.ts'

// Sentences for problem codes: what happened, what was kept, what to do. `problem.<code>`, nested at the dots.
export const problem = {
  api: apiProblem,
  approval: approvalProblem,
  account: accountProblem,
  asset: assetProblem,
  bulk: bulkProblem,
  campaign: campaignProblem,
  canvas: canvasProblem,
  attachment: attachmentProblem,
  channel: channelProblem,
  checklist: checklistProblem,
  conversation: conversationProblem,
  comment: commentProblem,
  delivery: deliveryProblem,
  draft: draftProblem,
  label: labelProblem,
  pause: pauseProblem,
  pen: penProblem,
  member: memberProblem,
  post: postProblem,
  role: roleProblem,
  practice: practiceProblem,
  stage: stageProblem,
  team: teamProblem,
  view: viewProblem,
  request: {
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
    failed: 'Something went wrong on our side. Nothing was changed; try again.',
  },
  signIn: {
    wrong: 'E-mail or password is wrong. Check both and try again.',
    locked: 'Too many failed attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  setup: {
    used: 'This setup link is used or too old. Restart the server to get a new one.',
  },
  invitation: {
    alreadyMember: '{name} is a member already. Change the role in the list of members instead.',
    used: 'This invitation is used, withdrawn or older than 7 days. Ask for a new one.',
    otherAccount: 'This invitation is for {email}. Sign out, then open the link again.',
    hasAccount: '{email} has an account already. Sign in, then open the link again.',
  },
} as const
