import { approval } from './ko/approval.ts'
import { attachment } from './ko/attachment.ts'
import { auth } from './ko/auth.ts'
import { bestTime } from './ko/best-time.ts'
import { board } from './ko/board.ts'
import { bond } from './ko/bond.ts'
import { bulk } from './ko/bulk.ts'
import { calendar } from './ko/calendar.ts'
import { campaign } from './ko/campaign.ts'
import { campaignMove } from './ko/campaign-move.ts'
import { canvas } from './ko/canvas.ts'
import { chart } from './ko/chart.ts'
import { checklist } from './ko/checklist.ts'
import { command } from './ko/command.ts'
import { comment } from './ko/comment.ts'
import { dashboard } from './ko/dashboard.ts'
import { delivery, pause } from './ko/delivery.ts'
import { draft } from './ko/draft.ts'
import { follow } from './ko/follow.ts'
import { inbox } from './ko/inbox.ts'
import { label } from './ko/label.ts'
import { mail } from './ko/mail.ts'
import { metric } from './ko/metric.ts'
import { network, networkFacts } from './ko/network.ts'
import { notification } from './ko/notification.ts'
import { outbox } from './ko/outbox.ts'
import { first, practice } from './ko/practice.ts'
import { problem } from './ko/problem.ts'
import { series } from './ko/series.ts'
import { settings } from './ko/settings.ts'
import { shell } from './ko/shell.ts'
import { stage } from './ko/stage.ts'
import { time } from './ko/time.ts'
import { transfer } from './ko/transfer.ts'
import { ui } from './ko/ui.ts'
import { archive, view } from './ko/view.ts'
import type { AllMessages, Same } from './messages.ts'

/** Korean, in 해요체. Complete: a missing key is a type error. */
export const ko: Same<AllMessages> = {
  approval,
  attachment,
  auth,
  bestTime,
  board,
  bond,
  bulk,
  calendar,
  campaign,
  campaignMove,
  canvas,
  chart,
  checklist,
  command,
  comment,
  draft,
  follow,
  inbox,
  label,
  mail,
  dashboard,
  delivery: { ...delivery, pause },
  metric,
  network: { ...networkFacts, ...network },
  practice: { ...practice, first },
  notification,
  outbox,
  problem,
  series,
  settings,
  shell,
  stage,
  time,
  transfer,
  ui,
  archive,
  view,
}
