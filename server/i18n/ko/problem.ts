import { apiProblem } from './api.ts'
import { approvalProblem } from './approval.ts'
import { assetProblem } from './asset.ts'
import { attachmentProblem } from './attachment.ts'
import { postProblem, stageProblem } from './board-problem.ts'
import { bondProblem } from './bond.ts'
import { bulkProblem } from './bulk.ts'
import { campaignProblem } from './campaign.ts'
import { canvasProblem } from './canvas-problem.ts'
import { channelProblem } from './channel.ts'
import { checklistProblem } from './checklist.ts'
import { commentProblem } from './comment.ts'
import { conversationProblem } from './conversation.ts'
import { deliveryProblem, pauseProblem } from './delivery.ts'
import { doorProblem } from './door-problem.ts'
import { draftProblem, penProblem } from './draft.ts'
import { labelProblem } from './label.ts'
import { outboxProblem } from './outbox.ts'
import { practiceProblem } from './practice.ts'
import { requestProblem } from './request-problem.ts'
import { accountProblem, memberProblem, roleProblem, teamProblem } from './settings-problem.ts'
import { viewProblem } from './view.ts'

export const problem = {
  api: apiProblem,
  approval: approvalProblem,
  account: accountProblem,
  asset: assetProblem,
  bond: bondProblem,
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
  outbox: outboxProblem,
  post: postProblem,
  role: roleProblem,
  practice: practiceProblem,
  stage: stageProblem,
  team: teamProblem,
  view: viewProblem,
  request: requestProblem,
  ...doorProblem,
} as const
