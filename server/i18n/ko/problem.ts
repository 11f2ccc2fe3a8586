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
      '빠졌거나 올바르지 않은 값이 있어 아무것도 바꾸지 않았어요. 입력한 내용을 확인한 뒤 다시 시도해 주세요.',
    forbidden: '지금 역할로는 할 수 없어요. 워크스페이스의 소유자나 관리자에게 요청해 주세요.',
    notFound: '더 이상 없는 항목이에요. 새로고침해서 지금 상태를 확인해 주세요.',
    conflict: '그사이 다른 사람이 바꿨어요. 지금 상태를 확인한 뒤 다시 시도해 주세요.',
    diskFull:
      '서버의 디스크가 가득 차서 저장하지 못했어요. 내용을 따로 보관하고, Hubbub을 운영하는 사람에게 공간을 비워 달라고 알려 주세요.',
    tooMany: '짧은 시간에 너무 많이 요청했어요. 잠시 뒤에 다시 시도해 주세요.',
    tooLong:
      '{max, number}자보다 길어서 저장하지 못했어요. 쓰신 글은 그대로 있으니 줄인 뒤 다시 시도해 주세요.',
    tooLarge: '너무 커요. 한 번에 보내는 양을 줄여 주세요.',
    signedOut: '로그인이 만료되었어요. 다시 로그인해 주세요. 입력한 내용은 그대로 있어요.',
    unreachable: '서버에 연결할 수 없어요. 입력한 내용은 그대로 있으니 잠시 뒤에 다시 시도해 주세요.',
    failed: '서버에 문제가 생겼어요. 바뀐 것은 없으니 다시 시도해 주세요.',
  },
  signIn: {
    wrong: '이메일이나 비밀번호가 맞지 않아요. 확인한 뒤 다시 시도해 주세요.',
    locked: '로그인에 여러 번 실패했어요. {minutes, plural, other {#분}} 뒤에 다시 시도해 주세요.',
  },
  setup: {
    used: '이미 사용했거나 오래된 설정 링크예요. 서버를 다시 시작하면 새 링크가 나와요.',
  },
  invitation: {
    alreadyMember: '{name}님은 이미 멤버예요. 멤버 목록에서 역할을 바꿔 주세요.',
    used: '이미 사용했거나 취소되었거나 7일이 지난 초대예요. 새 초대를 요청해 주세요.',
    otherAccount: '이 초대는 {email} 앞으로 온 것이에요. 로그아웃한 뒤 링크를 다시 열어 주세요.',
    hasAccount: '{email} 계정이 이미 있어요. 로그인한 뒤 링크를 다시 열어 주세요.',
  },
} as const
