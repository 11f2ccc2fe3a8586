import { forgetKeys } from './api/idempotency.ts'
import { pollChannel, pollChannels } from './channel/poll-channel.job.ts'
import { sendReply } from './conversation/send-reply.job.ts'
import { wakeConversation } from './conversation/wake-conversation.job.ts'
import { sendDelivery } from './delivery/send-delivery.job.ts'
import { sweepDeliveries } from './delivery/sweep-deliveries.job.ts'
import { runImport } from './import/run-import.job.ts'
import { undoImportJob } from './import/undo-import.job.ts'
import type { JobKind } from './job/job.ts'
import type { CronEntry } from './job/runner.ts'
import { sweepJobs } from './job/sweep-jobs.job.ts'
import { collectAllMetrics, collectMetrics } from './metric/collect-metrics.job.ts'
import { stormPractice } from './network/practice/storm-practice.job.ts'
import { mailNotifications } from './notification/mail-notifications.job.ts'
import { freePen } from './post/free-pen.job.ts'
import { fillAllSeries } from './series/fill-series.job.ts'

/** Every kind of background work, and what the clock starts (UTC). */
export const JOBS = [
  collectAllMetrics,
  collectMetrics,
  fillAllSeries,
  forgetKeys,
  freePen,
  mailNotifications,
  pollChannel,
  pollChannels,
  runImport,
  sendDelivery,
  sendReply,
  stormPractice,
  sweepDeliveries,
  sweepJobs,
  undoImportJob,
  wakeConversation,
] as unknown as JobKind[]
export const CRONS = [
  { cron: '* * * * *', job: collectAllMetrics },
  { cron: '* * * * *', job: pollChannels },
  { cron: '* * * * *', job: sweepDeliveries },
  { cron: '17 * * * *', job: forgetKeys },
  { cron: '23 * * * *', job: fillAllSeries },
  { cron: '41 3 * * *', job: sweepJobs },
] as unknown as CronEntry[]
