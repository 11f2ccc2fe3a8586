import { approval } from './en/approval.ts'
import { attachment } from './en/attachment.ts'
import { auth } from './en/auth.ts'
import { board } from './en/board.ts'
import { bulk } from './en/bulk.ts'
import { calendar } from './en/calendar.ts'
import { campaign } from './en/campaign.ts'
import { canvas } from './en/canvas.ts'
import { chart } from './en/chart.ts'
import { checklist } from './en/checklist.ts'
import { comment } from './en/comment.ts'
import { dashboard } from './en/dashboard.ts'
import { delivery } from './en/delivery.ts'
import { draft } from './en/draft.ts'
import { inbox } from './en/inbox.ts'
import { label } from './en/label.ts'
import { mail } from './en/mail.ts'
import { metric } from './en/metric.ts'
import { network } from './en/network.ts'
import { notification } from './en/notification.ts'
import { practice } from './en/practice.ts'
import { problem } from './en/problem.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { stage } from './en/stage.ts'
import { time } from './en/time.ts'
import { ui } from './en/ui.ts'
import { archive, view } from './en/view.ts'

/** English: the language the others are checked against. One file per area in `en/`. */
export const en = {
  approval,
  attachment,
  auth,
  board,
  bulk,
  calendar,
  campaign,
  canvas,
  chart,
  checklist,
  comment,
  dashboard,
  delivery,
  draft,
  inbox,
  label,
  mail,
  metric,
  network,
  practice,
  notification,
  problem,
  settings,
  shell,
  stage,
  time,
  ui,
  archive,
  view,
}
