import { readAssets } from './asset/asset.reads.ts'
import { auditCsv, readAudit, readAuditNouns } from './audit/audit.reads.ts'
import { readBond } from './bond/bond.reads.ts'
import { readDrift } from './bond/drift.reads.ts'
import { driftCsv } from './bond/drift-csv.ts'
import { readCampaigns } from './campaign/campaign.reads.ts'
import { readCampaignPage } from './campaign/campaign-page.reads.ts'
import {
  readArchivedCanvases,
  readCanvas,
  readCanvases,
  readPicture,
  readSnapshots,
} from './canvas/canvas.reads.ts'
import { readBestHours, readBestTimes } from './channel/best-time.reads.ts'
import { readChannel, readChannels, readNetworks } from './channel/channel.reads.ts'
import { readCanvasThreads } from './comment/thread.reads.ts'
import { readInbox, readInboxCounts, readInboxRows } from './conversation/conversation.reads.ts'
import { readThread } from './conversation/thread.reads.ts'
import { readHead } from './core/at-head.ts'
import { readLedger, readPostDeliveries, readWaiting } from './delivery/delivery.reads.ts'
import { readFeeds } from './feed/feed.reads.ts'
import { readHolidays } from './holiday/holiday.reads.ts'
import { problemText } from './i18n/translator.ts'
import { badRowsCsv, readImport, readImports, templateCsv } from './import/import.reads.ts'
import { lookAtImport } from './import/look-at-import.ts'
import { readJobs } from './job/job.reads.ts'
import { readLabels } from './label/label.reads.ts'
import { acceptInvitation, readInvitation } from './member/accept-invitation.ts'
import { readInvitations, readMembers, readTeams } from './member/member.reads.ts'
import { workspacesOf } from './member/member-ctx.ts'
import { readFigures } from './metric/figures.reads.ts'
import {
  readPractice,
  readPracticeBefore,
  readPracticeDirect,
  readPracticeSince,
} from './network/practice/practice.reads.ts'
import { readMailChoice } from './notification/mail-choice.reads.ts'
import { readNotifications } from './notification/notification.reads.ts'
import { readArchive } from './post/archive.reads.ts'
import { readBoardPage, readDaysPage } from './post/board-page.reads.ts'
import { readDraft } from './post/draft.reads.ts'
import { exportPosts } from './post/export-posts.ts'
import { readChannelFeed } from './post/feed.reads.ts'
import { findCards } from './post/find-cards.reads.ts'
import { readHistory } from './post/history.reads.ts'
import { readUnplanned } from './post/month.reads.ts'
import { signOut } from './session/end-sessions.ts'
import { readSessions } from './session/session.reads.ts'
import { signIn } from './session/sign-in.ts'
import { readTokens } from './token/token.reads.ts'
import { readViews } from './view/view.reads.ts'
import { readDirectory, readDirectoryParts } from './workspace/directory.reads.ts'
import { foundCompany } from './workspace/found-company.ts'
import { readSetupLink } from './workspace/setup-link.ts'
import { readWorkspaceLocale } from './workspace/workspace.reads.ts'

/** What the pages may call: reads here, acts through `act`. app/ reaches it as context.services. */
export const services = {
  asset: { readAssets },
  board: { readBoardPage, readChannelFeed, readDaysPage, readUnplanned },
  audit: { auditCsv, readAudit, readAuditNouns },
  bond: { driftCsv, readBond, readDrift },
  campaign: { readCampaignPage, readCampaigns },
  canvas: {
    readArchivedCanvases,
    readCanvas,
    readCanvases,
    readPicture,
    readSnapshots,
    readThreads: readCanvasThreads,
  },
  channel: { readBestHours, readBestTimes, readChannel, readChannels, readNetworks },
  delivery: { readLedger, readPostDeliveries, readWaiting },
  conversation: { readInbox, readInboxCounts, readInboxRows, readThread },
  directory: { readDirectory, readDirectoryParts, readHead },
  feed: { readFeeds },
  holiday: { readHolidays },
  i18n: { problemText },
  member: { acceptInvitation, readInvitation, readInvitations, readMembers, readTeams, workspacesOf },
  post: { exportPosts, readArchive, findCards, readDraft, readHistory },
  import: { badRowsCsv, lookAtImport, readImport, readImports, templateCsv },
  job: { readJobs },
  label: { readLabels },
  metric: { readFigures },
  notification: { readMailChoice, readNotifications },
  practice: { readPractice, readPracticeBefore, readPracticeDirect, readPracticeSince },
  session: { readSessions, signIn, signOut },
  token: { readTokens },
  view: { readViews },
  workspace: { foundCompany, readSetupLink, readWorkspaceLocale },
}

export type Services = typeof services
