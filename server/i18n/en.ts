import { approval } from './en/approval.ts'
import { attachment } from './en/attachment.ts'
import { auth } from './en/auth.ts'
import { bestTime } from './en/best-time.ts'
import { board } from './en/board.ts'
import { bond } from './en/bond.ts'
import { bulk } from './en/bulk.ts'
import { calendar } from './en/calendar.ts'
import { campaign } from './en/campaign.ts'
import { campaignMove } from './en/campaign-move.ts'
import { canvas } from './en/canvas.ts'
import { chart } from './en/chart.ts'
import { checklist } from './en/checklist.ts'
import { command } from './en/command.ts'
import { comment } from './en/comment.ts'
import { dashboard } from './en/dashboard.ts'
import { delivery, pause } from './en/delivery.ts'
import { draft } from './en/draft.ts'
import { follow } from './en/follow.ts'
import { inbox } from './en/inbox.ts'
import { label } from './en/label.ts'
import { mail } from './en/mail.ts'
import { metric } from './en/metric.ts'
import { network, networkFacts } from './en/network.ts'
import { notification } from './en/notification.ts'
import { outbox } from './en/outbox.ts'
import { first, practice } from './en/practice.ts'
import { problem } from './en/problem.ts'
import { series } from './en/series.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { stage } from './en/stage.ts'
import { time } from './en/time.ts'
import { transfer } from './en/transfer.ts'
import { ui } from './en/ui.ts'
import { archive, view } from './en/view.ts'

/** All of English: the language the others are checked against, and what the server itself can say. One file per area in `en/`. */
export const en = {
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
  dashboard,
  delivery: { ...delivery, pause },
  draft,
  follow,
  inbox,
  label,
  mail,
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
