import type { z } from 'zod'
import { decideApproval } from './approval/decide-approval.ts'
import { submitPost } from './approval/submit-post.ts'
import { withdrawPost } from './approval/withdraw-post.ts'
import { attachFile, attachLink, removeAttachment } from './attachment/add-attachment.ts'
import { declineChange, takeChange } from './bond/answer-change.ts'
import { lockFields } from './bond/lock-fields.ts'
import { publishCampaign } from './bond/publish-campaign.ts'
import { bulkPosts } from './bulk/bulk-posts.ts'
import { undoBulk } from './bulk/undo-bulk.ts'
import { archiveCampaign, changeCampaign } from './campaign/change-campaign.ts'
import { createCampaign } from './campaign/create-campaign.ts'
import { editBrief } from './campaign/edit-brief.ts'
import { moveCampaign } from './campaign/move-campaign.ts'
import { rescheduleCampaign } from './campaign/reschedule-campaign.ts'
import { archiveCanvas, renameCanvas, unarchiveCanvas } from './canvas/change-canvas.ts'
import { copyCanvas } from './canvas/copy-canvas.ts'
import { createCanvas } from './canvas/create-canvas.ts'
import { restoreCanvas } from './canvas/restore-canvas.ts'
import { snapshotCanvas } from './canvas/snapshot-canvas.ts'
import { changeChannel } from './channel/change-channel.ts'
import { connectChannel, reconnectChannel } from './channel/connect-channel.ts'
import { disconnectChannel } from './channel/disconnect-channel.ts'
import { changeChecklist, createChecklist, removeChecklist } from './checklist/change-checklist.ts'
import { addItem, changeItem, removeItem } from './checklist/change-item.ts'
import { deleteComment } from './comment/delete-comment.ts'
import { editComment } from './comment/edit-comment.ts'
import { replyComment } from './comment/reply-comment.ts'
import { reopenThread, resolveThread } from './comment/resolve-thread.ts'
import { startCanvasThread } from './comment/start-canvas-thread.ts'
import { startThread } from './comment/start-thread.ts'
import { conversationVerbs } from './conversation/conversation.verbs.ts'
import type { Verb } from './core/verb.ts'
import { dropDelivery } from './delivery/drop-delivery.ts'
import { startPause, stopPause } from './delivery/pause-publishing.ts'
import { resolveDelivery } from './delivery/resolve-delivery.ts'
import { retryDelivery } from './delivery/retry-delivery.ts'
import { publishPostNow, schedulePost } from './delivery/schedule-post.ts'
import { unschedulePost } from './delivery/unschedule-post.ts'
import { createFeed, revokeFeed } from './feed/create-feed.ts'
import { discardImport, resumeImport, startImport } from './import/start-import.ts'
import { undoImport } from './import/undo-import.ts'
import { dropJob, retryJob } from './job/parked-job.ts'
import { changeLabel, createLabel } from './label/change-label.ts'
import { mergeLabel, removeLabel } from './label/merge-label.ts'
import { changeAccount } from './member/change-account.ts'
import { changeRole } from './member/change-role.ts'
import { inviteMember } from './member/invite-member.ts'
import { narrowMember } from './member/narrow-member.ts'
import { leaveWorkspace, removeMember } from './member/remove-member.ts'
import { setTeamRole } from './member/set-team-role.ts'
import { withdrawInvitation } from './member/withdraw-invitation.ts'
import { practiceVerbs } from './network/practice/practice.verbs.ts'
import { chooseMail } from './notification/choose-mail.ts'
import { markRead } from './notification/mark-read.ts'
import { archivePost, restorePost } from './post/archive-post.ts'
import { askPen } from './post/ask-pen.ts'
import { changePost } from './post/change-post.ts'
import { createPost } from './post/create-post.ts'
import { editPost } from './post/edit-post.ts'
import { givePen } from './post/give-pen.ts'
import { movePost } from './post/move-post.ts'
import { reschedulePost } from './post/reschedule-post.ts'
import { rescheduleVariant } from './post/reschedule-variant.ts'
import { swapTimes } from './post/swap-times.ts'
import { takePen } from './post/take-pen.ts'
import { carryOn } from './series/carry-on.ts'
import { changeSeries } from './series/change-series.ts'
import { endSeries } from './series/end-series.ts'
import { startSeries } from './series/start-series.ts'
import { changePassword } from './session/change-password.ts'
import { revokeSession } from './session/revoke-session.ts'
import { addStage, changeStage } from './stage/change-stage.ts'
import { removeStage } from './stage/remove-stage.ts'
import { archiveTeam, changeTeam } from './team/change-team.ts'
import { createTeam } from './team/create-team.ts'
import { addTeamMember, removeTeamMember } from './team/team-member.ts'
import { createToken } from './token/create-token.ts'
import { revokeToken } from './token/revoke-token.ts'
import { changeView, removeView, saveView } from './view/save-view.ts'
import { changeWorkspace } from './workspace/change-workspace.ts'

/** Every act on the product. The browser call, the guard test, the isolation test and the API are derived from it. */
const verbs = {
  ...conversationVerbs,
  ...practiceVerbs,
  addItem,
  addStage,
  addTeamMember,
  attachFile,
  attachLink,
  bulkPosts,
  undoBulk,
  changeChecklist,
  changeItem,
  changeLabel,
  carryOn,
  changeSeries,
  endSeries,
  startSeries,
  changeStage,
  changeView,
  createChecklist,
  createLabel,
  mergeLabel,
  removeAttachment,
  removeChecklist,
  removeItem,
  removeLabel,
  removeStage,
  removeView,
  saveView,
  archiveTeam,
  changeAccount,
  changePassword,
  changeRole,
  changeTeam,
  chooseMail,
  changeWorkspace,
  createTeam,
  createToken,
  discardImport,
  resumeImport,
  startImport,
  undoImport,
  dropJob,
  inviteMember,
  leaveWorkspace,
  narrowMember,
  removeMember,
  removeTeamMember,
  retryJob,
  revokeSession,
  revokeToken,
  setTeamRole,
  withdrawInvitation,
  changeChannel,
  connectChannel,
  disconnectChannel,
  reconnectChannel,
  archiveCampaign,
  archiveCanvas,
  archivePost,
  askPen,
  changeCampaign,
  changePost,
  createCampaign,
  copyCanvas,
  createCanvas,
  createFeed,
  createPost,
  decideApproval,
  declineChange,
  deleteComment,
  dropDelivery,
  editBrief,
  editComment,
  editPost,
  givePen,
  lockFields,
  markRead,
  moveCampaign,
  movePost,
  publishCampaign,
  publishPostNow,
  renameCanvas,
  reopenThread,
  rescheduleCampaign,
  replyComment,
  reschedulePost,
  rescheduleVariant,
  resolveDelivery,
  resolveThread,
  revokeFeed,
  restoreCanvas,
  restorePost,
  retryDelivery,
  schedulePost,
  startPause,
  startCanvasThread,
  startThread,
  snapshotCanvas,
  unarchiveCanvas,
  stopPause,
  submitPost,
  swapTimes,
  takeChange,
  takePen,
  unschedulePost,
  withdrawPost,
}

export const VERBS = Object.values(verbs) as unknown as Verb[]
export const verbsByName = new Map(VERBS.map((verb) => [verb.verb, verb]))

type All = (typeof verbs)[keyof typeof verbs]

/** By name, what each verb takes and answers; the browser's `act` is typed by it. */
export type Acts = {
  [V in All as V['verb']]: V extends Verb<infer S, infer O> ? { input: z.input<S>; output: O } : never
}
