import { readAssets } from './asset/asset.reads.ts'
import { readCampaigns } from './campaign/campaign.reads.ts'
import { readChannel, readChannels, readNetworks } from './channel/channel.reads.ts'
import { problemText } from './i18n/translator.ts'
import { acceptInvitation, readInvitation } from './member/accept-invitation.ts'
import { workspacesOf } from './member/member-ctx.ts'
import { readPractice } from './network/practice/practice.reads.ts'
import { readBoard } from './post/card.reads.ts'
import { readDraft } from './post/draft.reads.ts'
import { readHistory } from './post/history.reads.ts'
import { readDays } from './post/month.reads.ts'
import { signIn } from './session/sign-in.ts'
import { readDirectory, readHead } from './workspace/directory.reads.ts'
import { foundCompany } from './workspace/found-company.ts'
import { readSetupLink } from './workspace/setup-link.ts'

/** What the pages may call: reads here, acts through `act`. app/ reaches it as context.services. */
export const services = {
  asset: { readAssets },
  board: { readBoard, readDays },
  campaign: { readCampaigns },
  channel: { readChannel, readChannels, readNetworks },
  directory: { readDirectory, readHead },
  i18n: { problemText },
  member: { acceptInvitation, readInvitation, workspacesOf },
  post: { readDraft, readHistory },
  practice: { readPractice },
  session: { signIn },
  workspace: { foundCompany, readSetupLink },
}

export type Services = typeof services
