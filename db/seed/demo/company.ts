import type { DemoCampaign, DemoChannel, DemoMember, DemoTeam } from './demo.ts'

export const workspaceName = 'Norrow Tea'

export const teams: DemoTeam[] = [
  { key: 'hq', name: 'HQ London', kind: 'hq', zone: 'Europe/London', locale: 'en', country: 'GB' },
  { key: 'seoul', name: 'Seoul', kind: 'region', zone: 'Asia/Seoul', locale: 'ko', country: 'KR' },
  { key: 'madrid', name: 'Madrid', kind: 'region', zone: 'Europe/Madrid', locale: 'es', country: 'ES' },
  { key: 'berlin', name: 'Berlin', kind: 'region', zone: 'Europe/Berlin', locale: 'de', country: 'DE' },
]

const london = { locale: 'en', zone: 'Europe/London' }
const seoul = { locale: 'ko', zone: 'Asia/Seoul' }
const madrid = { locale: 'en', zone: 'Europe/Madrid' }
const berlin = { locale: 'en', zone: 'Europe/Berlin' }

export const members: DemoMember[] = [
  { key: 'imogen', name: 'Imogen Hale', title: 'Head of Brand', role: 'owner', teams: ['hq'], ...london },
  {
    key: 'tunde',
    name: 'Tunde Bakare',
    title: 'Digital Operations',
    role: 'admin',
    teams: ['hq'],
    ...london,
  },
  {
    key: 'priya',
    name: 'Priya Nair',
    title: 'Social Strategy Lead',
    role: 'manager',
    teams: ['hq'],
    ...london,
  },
  { key: 'callum', name: 'Callum Reid', title: 'Senior Writer', role: 'editor', teams: ['hq'], ...london },
  { key: 'sofie', name: 'Sofie Lindqvist', title: 'Designer', role: 'editor', teams: ['hq'], ...london },
  {
    key: 'marcus',
    name: 'Marcus Oyelaran',
    title: 'Customer Care Lead',
    role: 'agent',
    teams: ['hq'],
    ...london,
  },
  {
    key: 'hannah',
    name: 'Hannah Weiss',
    title: 'Insights Analyst',
    role: 'analyst',
    teams: ['hq'],
    ...london,
  },
  { key: 'edith', name: 'Edith Crane', title: 'Legal Counsel', role: 'viewer', teams: ['hq'], ...london },
  { key: 'jiwoo', name: '한지우', title: 'Seoul Team Lead', role: 'manager', teams: ['seoul'], ...seoul },
  {
    key: 'minseo',
    name: '오민서',
    title: 'Writer and Community',
    role: 'editor',
    teams: ['seoul'],
    ...seoul,
  },
  { key: 'taeyang', name: '백태양', title: 'Community Agent', role: 'agent', teams: ['seoul'], ...seoul },
  {
    key: 'lucia',
    name: 'Lucía Ferrer',
    title: 'Madrid Team Lead',
    role: 'manager',
    teams: ['madrid'],
    ...madrid,
  },
  { key: 'diego', name: 'Diego Roldán', title: 'Writer', role: 'editor', teams: ['madrid'], ...madrid },
  {
    key: 'nerea',
    name: 'Nerea Ibáñez',
    title: 'Community Agent',
    role: 'agent',
    teams: ['madrid'],
    ...madrid,
  },
  {
    key: 'jonas',
    name: 'Jonas Kettler',
    title: 'Berlin Team Lead',
    role: 'manager',
    teams: ['berlin'],
    ...berlin,
  },
  { key: 'aylin', name: 'Aylin Demir', title: 'Writer', role: 'editor', teams: ['berlin'], ...berlin },
  {
    key: 'felix',
    name: 'Felix Brandt',
    title: 'Community Agent',
    role: 'agent',
    teams: ['berlin'],
    ...berlin,
  },
]

/** All are practice channels: nothing leaves the house. */
export const channels: DemoChannel[] = [
  channel('global', 'hq', 'Norrow Tea', 'norrowtea', 'Europe/London', [4, 8], 'required'),
  channel('journal', 'hq', 'The Norrow Journal', 'norrowjournal', 'Europe/London', [1, 3], 'optional'),
  channel('care', 'hq', 'Norrow Care', 'norrowcare', 'Europe/London', [0, 3], 'none'),
  channel('korea', 'seoul', '노로우 티', 'norrow_kr', 'Asia/Seoul', [3, 6], 'required'),
  channel('spain', 'madrid', 'Norrow España', 'norrow_es', 'Europe/Madrid', [3, 6], 'required'),
  channel('germany', 'berlin', 'Norrow Deutschland', 'norrow_de', 'Europe/Berlin', [3, 6], 'required'),
]

function channel(
  key: DemoChannel['key'],
  team: DemoChannel['team'],
  name: string,
  handle: string,
  zone: string,
  [cadenceMin, cadenceMax]: [number, number],
  approval: DemoChannel['approval'],
): DemoChannel {
  return { key, team, name, handle, zone, cadenceMin, cadenceMax, approval }
}

export const campaigns: DemoCampaign[] = [
  {
    key: 'slow-cold',
    team: 'hq',
    name: 'Slow Cold',
    goal: 'Make overnight cold brew the way people drink tea in warm weather, and sell the starter jar with it.',
    hue: 8,
    from: -21,
    to: 30,
    targets: [
      { metric: 'impressions', value: 400_000 },
      { metric: 'engagements', value: 18_000 },
    ],
  },
  {
    key: 'first-flush',
    team: 'hq',
    name: 'First Flush',
    goal: 'Tell where this spring’s leaves come from, grower by grower, before the tins sell out.',
    hue: 5,
    from: -30,
    to: 10,
    targets: [{ metric: 'engagements', value: 9_000 }],
  },
  {
    key: 'refill',
    team: 'hq',
    name: 'Bring the Tin Back',
    goal: 'Two thousand refills in our shops and fewer questions about how it works.',
    hue: 6,
    from: -7,
    to: 45,
    targets: [{ metric: 'clicks', value: 6_000 }],
  },
  {
    key: 'seongsu',
    team: 'seoul',
    name: '성수 팝업',
    goal: '성수동 팝업 2주 동안 방문객 4천 명, 한라산 녹차 신제품 알리기.',
    hue: 11,
    from: -10,
    to: 18,
    targets: [{ metric: 'impressions', value: 120_000 }],
  },
  {
    key: 'sobremesa',
    team: 'madrid',
    name: 'Sobremesa',
    goal: 'Que la infusión ocupe la sobremesa: recetas, mesa larga y nada de prisas.',
    hue: 2,
    from: -14,
    to: 25,
    targets: [{ metric: 'engagements', value: 5_000 }],
  },
  {
    key: 'waldpause',
    team: 'berlin',
    name: 'Waldpause',
    goal: 'Die neue Kräutermischung als kleine Pause im Büroalltag zeigen; 500 Probierpakete an Teams.',
    hue: 4,
    from: -12,
    to: 28,
    targets: [{ metric: 'clicks', value: 3_000 }],
  },
]
