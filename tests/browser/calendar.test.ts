import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { user } from '#db/schema.ts'
import { readCampaigns } from '#server/campaign/campaign.reads.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import { changeChannel } from '#server/channel/change-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, hydrated, LOST_CONNECTION, type Look, openPage } from '../support/browser.ts'
import { makeChannel, makePost, rowOf, setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
})
afterEach(closePages)
afterAll(() => server.drop())

const DAY_MS = 86_400_000
const later = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const calendar = (who: Ctx, query: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/calendar?${query}`, look)
const day = (page: Page, date: string) => page.locator(`section[data-group="${date}"]`)
const cards = (page: Page, date: string, title: string) =>
  day(page, date).locator('[data-card]', { hasText: title })
const ready = (page: Page) => page.locator('[data-card][draggable=true]').first().waitFor()

async function planned(title: string, local: string, zone = 'UTC', at = Date.parse(`${local}Z`)) {
  const row = await makePost(owner, teamId, { title })
  await setPost(owner, row.id, { sendLocal: local, sendZone: zone, sendAt: at })
  return row
}
/** Drops a card on an hour of a day's column. */
async function dropAt(page: Page, title: string, date: string, hour: number): Promise<void> {
  const column = day(page, date)
  const height = (await column.boundingBox())?.height ?? 0
  await page
    .locator('[data-card]', { hasText: title })
    .first()
    .dragTo(column, { targetPosition: { x: 40, y: (height / 24) * hour + 2 } })
}

test('in a week one drags to a quarter hour and the other sees it there; the past is asked about', async () => {
  const [from, to] = [later(14), later(15)]
  const row = await planned('Slot', `${from}T09:00`)
  // Another at the same time stands beside it, not over it.
  await planned('Beside', `${from}T09:15`)
  const query = `view=week&date=${from}`
  const [mine, hers] = [
    await calendar(owner, query, { expectErrors: [/409/], height: 1500 }),
    await calendar(mina, query),
  ]
  await cards(mine, from, 'Beside').waitFor()
  await ready(mine)
  const [a, b] = await Promise.all([
    cards(mine, from, 'Slot').boundingBox(),
    cards(mine, from, 'Beside').boundingBox(),
  ])
  expect(a && b && a.x + a.width <= b.x + 1).toBe(true)
  const shown = new URL(mine.url()).searchParams.get('date') === from
  expect(shown).toBe(true)
  // A week's end may lie between the two days.
  const target = (await day(mine, to).count()) ? to : from
  await dropAt(mine, 'Slot', target, 11.25)
  await cards(hers, target, 'Slot').getByText('11:15').waitFor()
  expect(await rowOf(owner, row.id)).toMatchObject({ sendLocal: `${target}T11:15`, sendZone: 'UTC' })
  // By keyboard: a quarter hour later.
  await cards(mine, target, 'Slot').getByRole('link').focus()
  await mine.keyboard.press('Alt+ArrowDown')
  await cards(hers, target, 'Slot').getByText('11:30').waitFor()
  // What is above is told of, and a key away.
  await hers.locator('[data-scroller]').evaluate((grid) => grid.scrollTo(0, 5000))
  await hers.getByRole('button', { name: '2 earlier' }).press('Enter')
  await expect
    .poll(() => hers.locator('[data-scroller]').evaluate((grid) => grid.scrollTop))
    .toBeLessThan(52 * 12)
  await hers.getByRole('button', { name: '1 earlier' }).waitFor()
  await mine.keyboard.press('t')
  await mine.locator('[data-now-line]').waitFor()
})

test('a drop on the past asks, and nothing happens without an answer', async () => {
  const today = later(0)
  const row = await planned('Late', `${today}T23:45`)
  const page = await calendar(owner, `view=day&date=${today}`, { expectErrors: [/409/], height: 1500 })
  await ready(page)
  await dropAt(page, 'Late', today, 0)
  await page.getByText('Move it to a time that has passed?').waitFor()
  await page.keyboard.press('Escape')
  await cards(page, today, 'Late').getByText('23:45').waitFor()
  expect(await rowOf(owner, row.id)).toMatchObject({ sendLocal: `${today}T23:45` })
})

test('an hour that the clocks leave out is asked about, and the next minute is taken', async () => {
  await server.app.store.write((db) =>
    db
      .update(user)
      .set({ zone: 'Europe/Berlin' })
      .where(eq(user.id, owner.userId ?? ''))
      .then(() => undefined),
  )
  const sunday = lastSundayOfMarch()
  const row = await planned('Spring', `${sunday}T10:00`, 'Europe/Berlin', Date.parse(`${sunday}T08:00Z`))
  const page = await calendar(owner, `view=day&date=${sunday}`, { height: 1500 })
  // My clocks first, the workspace's beside them.
  await page.getByText('UTC', { exact: true }).waitFor()
  expect(await page.locator('.line-through').allTextContents()).toEqual(['02:00'])
  await ready(page)
  await dropAt(page, 'Spring', sunday, 2.5)
  await page.getByText('Clocks leave out that hour').waitFor()
  await page.getByRole('button', { name: 'Move it' }).click()
  await cards(page, sunday, 'Spring').getByText('03:00').waitFor()
  await expect.poll(async () => (await rowOf(owner, row.id)).sendLocal).toBe(`${sunday}T03:00`)
})

test('an hour that clocks show twice is two: a post of another zone goes to either, one of that zone to the first', async () => {
  await server.app.store.write((db) =>
    db
      .update(user)
      .set({ zone: 'Europe/Berlin' })
      .where(eq(user.id, owner.userId ?? ''))
      .then(() => undefined),
  )
  const sunday = '2027-10-31'
  const row = await planned('Elsewhere', `${sunday}T08:00`)
  const own = await planned('Berlin', `${sunday}T10:00`, 'Europe/Berlin', Date.parse(`${sunday}T09:00Z`))
  const page = await calendar(owner, `view=week&date=${sunday}`, { height: 1700 })
  const drop = async (title: string, hour: number) => {
    const column = day(page, sunday)
    const height = (await column.boundingBox())?.height ?? 0
    const targetPosition = { x: 40, y: (height / 25) * hour + 2 }
    await page.locator('[data-card]', { hasText: title }).first().dragTo(column, { targetPosition })
  }
  const localOf = async (id: string) => (await rowOf(owner, id)).sendLocal
  await ready(page)
  // Six days of the week have no such hour.
  expect(await page.locator('[data-no-hour]').count()).toBe(6)
  await drop('Elsewhere', 3.5)
  await cards(page, sunday, 'Elsewhere').getByText('02:30 GMT+1').waitFor()
  await expect.poll(() => localOf(row.id)).toBe(`${sunday}T01:30`)
  await drop('Elsewhere', 2.5)
  await cards(page, sunday, 'Elsewhere').getByText('02:30 GMT+2').waitFor()
  await expect.poll(() => localOf(row.id)).toBe(`${sunday}T00:30`)
  // A quarter of an hour by key is one of time.
  const link = cards(page, sunday, 'Elsewhere').getByRole('link')
  for (const [key, local, shows] of [
    ['ArrowDown', '00:45', '02:45 GMT+2'],
    ['ArrowDown', '01:00', '02:00 GMT+1'],
    ['ArrowUp', '00:45', '02:45 GMT+2'],
  ] as const) {
    await link.focus()
    await page.keyboard.press(`Alt+${key}`)
    await cards(page, sunday, 'Elsewhere').getByText(shows).waitFor()
    await expect.poll(() => localOf(row.id)).toBe(`${sunday}T${local}`)
  }
  await drop('Berlin', 3.25)
  const question = page.getByRole('dialog', { name: 'That hour comes twice in its time zone' })
  await question.getByText('Oct 31, 02:15 GMT+2').waitFor()
  await question.getByRole('button', { name: 'Move it' }).click()
  await cards(page, sunday, 'Berlin').getByText('02:15').waitFor()
  await expect.poll(() => localOf(own.id)).toBe(`${sunday}T02:15`)
})

test('an idea dropped from the tray on an hour goes out then, for both; dropped back it has no time', async () => {
  const date = later(9)
  const row = await makePost(owner, teamId, { title: 'Fresh idea' })
  const query = `view=day&date=${date}`
  const [mine, hers] = [
    await calendar(owner, query, { height: 1500 }),
    await calendar(mina, `${query}&tray=1`),
  ]
  await mine.keyboard.press('v')
  await mine.keyboard.press('u')
  const tray = (page: Page) => page.getByRole('complementary', { name: 'Unscheduled' })
  await tray(mine).getByText('Fresh idea').waitFor()
  await ready(mine)
  await dropAt(mine, 'Fresh idea', date, 14.5)
  await cards(hers, date, 'Fresh idea').getByText('14:30').waitFor()
  expect(await tray(hers).getByText('Fresh idea').count()).toBe(0)
  expect(await rowOf(owner, row.id)).toMatchObject({ sendLocal: `${date}T14:30`, sendZone: 'UTC' })
  await cards(mine, date, 'Fresh idea').dragTo(tray(mine))
  await tray(hers).getByText('Fresh idea').waitFor()
  expect(await rowOf(owner, row.id)).toMatchObject({ sendAt: null })
  // One writes a post down where it stands in the plan: by key, and by double click on an hour.
  const form = mine.getByRole('dialog', { name: 'New post' })
  await mine.keyboard.press('n')
  await form.getByLabel('Title of the new post').fill('By key')
  expect(await accessFaults(mine, { part: '[role=dialog]' })).toEqual([])
  await mine.keyboard.press('Enter')
  await cards(hers, date, 'By key').getByText('09:00').waitFor()
  const height = (await day(mine, date).boundingBox())?.height ?? 0
  await day(mine, date).dblclick({ position: { x: 40, y: (height / 24) * 16.5 + 2 } })
  await form.getByLabel('Title of the new post').fill('By double click')
  await mine.keyboard.press('Enter')
  await cards(hers, date, 'By double click').getByText('16:30').waitFor()
})

test('a new post is asked about when its time has passed, without losing a word, and has its time from the start', async () => {
  const [past, date] = [later(-1), later(9)]
  const iberia = await server.team(owner, 'Iberia')
  const bo = await server.member(owner, 'editor', { name: 'Bo Ruiz', narrowedTo: [iberia] })
  const page = await calendar(owner, `view=day&date=${past}&assignee=${bo.memberId}`, {
    expectErrors: [LOST_CONNECTION],
  })
  const form = page.getByRole('dialog', { name: 'New post' })
  const title = form.getByLabel('Title of the new post')
  await page.keyboard.press('n')
  await title.fill('Too late')
  // Bo is offered with the filter, but cannot see what is HQ's.
  await form.getByRole('combobox', { name: 'Team' }).selectOption(teamId)
  expect(await form.getByRole('button', { name: 'Assignee: Bo Ruiz' }).count()).toBe(0)
  await title.press('Enter')
  const question = page.getByRole('dialog', { name: 'Put it at a time that has passed?' })
  await question.waitFor()
  expect(await accessFaults(page, { part: '[role=dialog]:last-of-type' })).toEqual([])
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect(await title.inputValue()).toBe('Too late')
  expect(await cards(page, past, 'Too late').count()).toBe(0)
  await title.press('Enter')
  await question.getByRole('button', { name: 'Add it anyway' }).click()
  await form.waitFor({ state: 'detached' })
  const made = () =>
    server.app.store.read.query.post.findMany({
      where: (row, { eq: same }) => same(row.workspaceId, owner.workspaceId),
    })
  await expect.poll(made).toMatchObject([{ title: 'Too late', sendLocal: `${past}T09:00`, assigneeId: null }])
  // Without a connection it waits whole.
  await page.goto(`${server.url}/w/${owner.workspaceSlug}/calendar?view=day&date=${date}`)
  await hydrated(page)
  await page.keyboard.press('n')
  await title.fill('On the train')
  await page.context().setOffline(true)
  await title.press('Enter')
  await cards(page, date, 'On the train').getByText('09:00').waitFor()
  await page.context().setOffline(false)
  await expect
    .poll(made, { timeout: 20_000 })
    .toContainEqual(expect.objectContaining({ title: 'On the train', sendLocal: `${date}T09:00` }))
})

test('a new post of a channel’s pictures is for it, from today on; it is said where it stands and can be taken back', async () => {
  const iberia = await server.team(owner, 'Iberia')
  await makeChannel(owner, iberia)
  const date = later(40)
  const page = await calendar(owner, 'view=feed')
  const button = page.getByRole('button', { name: 'New post' })
  const form = page.getByRole('dialog', { name: 'New post' })
  await button.click()
  expect(await form.getByLabel('Day and time').inputValue()).toContain(later(0))
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('n')
  await form.getByLabel('Title of the new post').fill('Far away')
  // Over the form lies a veil while it is asked about.
  await form.getByLabel('Day and time').fill(`${later(-3)}T09:00`)
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Put it at a time that has passed?' })
  await question.waitFor()
  const under = await form.evaluate((one) => {
    const { left, right, bottom } = one.getBoundingClientRect()
    return one.contains(document.elementFromPoint((left + right) / 2, bottom - 4))
  })
  expect(under).toBe(false)
  await page.keyboard.press('Escape')
  await form.getByLabel('Day and time').fill(`${date}T09:00`)
  await page.keyboard.press('Enter')
  const made = () =>
    server.app.store.read.query.post.findFirst({
      where: (row, { eq: same }) => same(row.workspaceId, owner.workspaceId),
    })
  await page.getByText(/“Far away” stands on .*09:00/).waitFor()
  expect(await made()).toMatchObject({ teamId: iberia, sendLocal: `${date}T09:00`, archivedAt: null })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await made())?.archivedAt).not.toBeNull()
  // In a list one writes down on a day's name.
  await planned('There already', `${date}T10:00`)
  await page.goto(`${server.url}/w/${owner.workspaceSlug}/calendar?view=list&month=${date.slice(0, 7)}`)
  await hydrated(page)
  await page.locator(`[data-list-day="${date}"]`).dblclick()
  expect(await form.getByLabel('Day and time').inputValue()).toBe(`${date}T09:00`)
})

test('views by keyboard, in the address; a list shows every post of a month, however many', async () => {
  const month = later(40).slice(0, 7)
  for (let i = 0; i < 60; i++) await planned(`Post ${i}`, `${month}-${10 + (i % 15)}T${10 + (i % 8)}:00`)
  // Late in Samoa and early in Kiribati: each on its own day.
  await planned('Last hour', `${month}-26T23:30`, 'Pacific/Pago_Pago', Date.parse(`${month}-27T10:30Z`))
  const page = await calendar(owner, `month=${month}`)
  await page.getByText('61 posts this month').waitFor()
  await page.keyboard.press('v')
  await page.keyboard.press('l')
  await page.waitForURL(/view=list/)
  await page.getByText('61 posts this month').waitFor()
  await page.locator('[data-card]', { hasText: 'Post 0' }).waitFor()
  await page.locator('[data-list-day]').first().hover()
  await page.mouse.wheel(0, 20_000)
  await page.locator(`[data-group="${month}-26"]`).getByText('Last hour').waitFor()
  await page.keyboard.press('v')
  await page.keyboard.press('w')
  await page.waitForURL(/view=week/)
  await page.getByRole('region', { name: 'Days by hours' }).waitFor()
  await page
    .getByRole('link', { name: /^Show .* by hours$/ })
    .first()
    .click()
  await page.waitForURL(/view=day/)
  await page.goBack()
  await page.waitForURL(/view=week/)
})

test('in a phone’s week and day a campaign is named on the day it begins or ends', async () => {
  const last = later(10)
  const settings = { name: 'Harvest', teamId, startsOn: later(-20), endsOn: last }
  await createCampaign(owner, parseInput(createCampaign.input, settings))
  for (const view of ['week', 'day']) {
    const phone = await calendar(owner, `view=${view}&date=${last}`, { width: 360 })
    const end = phone.getByRole('link', { name: 'Last day of Harvest' })
    await end.waitFor()
    expect((await end.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await phone.getByRole('link', { name: 'First day of Harvest' }).count()).toBe(0)
  }
})

test('an end of a campaign is dragged, and moved by arrows; the other sees it', async () => {
  const month = later(40).slice(0, 7)
  const { id } = await createCampaign(
    owner,
    parseInput(createCampaign.input, {
      name: 'Harvest',
      teamId,
      startsOn: `${month}-09`,
      endsOn: `${month}-10`,
    }),
  )
  const [mine, hers] = [await calendar(owner, `month=${month}`), await calendar(mina, `month=${month}`)]
  const end = (page: Page) => page.getByRole('slider', { name: 'Last day of Harvest' })
  const days = async () => (await readCampaigns(owner)).flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])
  await end(mine).hover()
  await mine.mouse.down()
  await day(mine, `${month}-18`).hover()
  await mine.mouse.up()
  await expect.poll(() => end(hers).getAttribute('aria-valuetext')).toMatch(/18/)
  expect(await days()).toEqual([`${month}-09`, `${month}-18`])
  await end(hers).focus()
  await hers.keyboard.press('ArrowLeft')
  await hers.keyboard.press('ArrowUp')
  await expect.poll(() => end(mine).getAttribute('aria-valuetext')).toMatch(/10/)
  await expect.poll(days).toEqual([`${month}-09`, `${month}-10`])
  expect(await readCampaigns(owner)).toMatchObject([{ id, name: 'Harvest' }])
  // Pressing it shows only its posts.
  await mine.getByRole('button', { name: 'Show only posts of Harvest' }).first().click()
  await mine.waitForURL(new RegExp(`campaign=${id}`))
})

test('a holiday of the team’s country has its name; a channel with too little to say is told of until it has enough', async () => {
  const year = new Date(Date.now() + 30 * DAY_MS).getUTCFullYear()
  const channelId = await makeChannel(owner, teamId)
  await changeChannel(owner, { channelId, name: 'Blog', cadence: { min: 2, max: 2 } })
  const months = `month=${year + 1}-12`
  const [mine, hers] = [await calendar(owner, months), await calendar(mina, months)]
  await day(mine, `${year + 1}-12-25`)
    .getByText('Christmas Day')
    .waitFor()
  // Columns of whole pixels: the line between two others is lost on some of them.
  const broken = await mine
    .locator('[data-weeks] > [data-group]')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().left % 1 !== 0).length)
  expect(broken).toBe(0)
  // Its whole name and countries are read by keyboard, too.
  await mine.keyboard.press('Tab')
  await day(mine, `${year + 1}-12-25`)
    .getByRole('note', { name: 'Christmas Day: United States' })
    .focus()
  await mine.getByRole('tooltip').getByText('Christmas Day: United States').waitFor()
  // On paper it is written whole, though no word of it is pressed there.
  await mine.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const cut = await day(mine, `${year + 1}-12-25`)
    .locator('[data-holiday]')
    .evaluate((one) => getComputedStyle(one).whiteSpace === 'nowrap' || one.tabIndex >= 0)
  expect(cut).toBe(false)
  await mine.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  const row = await makePost(owner, teamId, { title: 'One', channelIds: [channelId] })
  await makePost(owner, teamId, { title: 'Two', channelIds: [channelId] })
  const short = (page: Page) => page.getByRole('link', { name: /^Blog: (no post|1 post) this week/ })
  const gaps = await short(mine).count()
  expect(gaps).toBeGreaterThan(3)
  for (const [title, days] of [
    ['One', 14],
    ['Two', 15],
  ] as const) {
    await mine.goto(`/w/${owner.workspaceSlug}/calendar?${months}&tray=1`)
    await ready(mine)
    await mine.locator('[data-card]', { hasText: title }).dragTo(day(mine, `${year + 1}-12-${days}`))
    await day(hers, `${year + 1}-12-${days}`)
      .getByText(title)
      .waitFor()
  }
  await expect.poll(() => short(hers).count()).toBe(gaps - 1)
  expect((await rowOf(owner, row.id)).sendLocal).toBe(`${year + 1}-12-14T09:00`)
})

test('a private address shows the plan to another calendar until it is ended', async () => {
  await planned('Far away', `${later(20)}T09:00`)
  const page = await calendar(mina, 'view=week')
  await page.getByRole('button', { name: 'Show in another calendar' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make an address' }).first().click()
  const address = await dialog.getByLabel('Address, shown only now').inputValue()
  const fetched = await fetch(address)
  expect(fetched.status).toBe(200)
  expect(fetched.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await fetched.text()
  expect(text).toContain('SUMMARY:Far away')
  expect(text).toContain(`DTSTART:${later(20).replaceAll('-', '')}T090000Z`)
  const tag = fetched.headers.get('etag') ?? ''
  expect((await fetch(address, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  await planned('Another', `${later(21)}T09:00`)
  const changed = await fetch(address, { headers: { 'If-None-Match': tag } })
  expect([changed.status, (await changed.text()).includes('SUMMARY:Another')]).toEqual([200, true])
  await dialog.getByRole('button', { name: 'End it' }).click()
  await dialog.getByRole('button', { name: 'End it' }).waitFor({ state: 'detached' })
  expect((await fetch(address)).status).toBe(404)
})

test('pictures of a channel swap their times by mouse and by keyboard, for both', async () => {
  const channelId = await makeChannel(owner, teamId)
  for (const [i, title] of ['First', 'Second', 'Third'].entries()) {
    const row = await makePost(owner, teamId, { title, channelIds: [channelId] })
    const local = `${later(10 + i)}T09:00`
    await setPost(owner, row.id, { sendLocal: local, sendZone: 'UTC', sendAt: Date.parse(`${local}Z`) })
  }
  const query = `view=feed&channel=${channelId}`
  const [mine, hers] = [await calendar(owner, query), await calendar(mina, query)]
  const order = async (page: Page) =>
    (await page.locator('ul[data-group=feed] [data-card] a').allTextContents()).map(
      (text) => text.split(',')[0],
    )
  await expect.poll(() => order(mine)).toEqual(['Third', 'Second', 'First'])
  await ready(mine)
  const tile = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
  await tile(mine, 'First').dragTo(tile(mine, 'Third'))
  for (const page of [mine, hers]) await expect.poll(() => order(page)).toEqual(['First', 'Second', 'Third'])
  await tile(hers, 'Second').getByRole('link').focus()
  await hers.keyboard.press('Alt+ArrowRight')
  for (const page of [mine, hers]) await expect.poll(() => order(page)).toEqual(['First', 'Third', 'Second'])
})

function lastSundayOfMarch(): string {
  for (const year of [new Date().getUTCFullYear(), new Date().getUTCFullYear() + 1]) {
    const last = new Date(Date.UTC(year, 2, 31))
    last.setUTCDate(31 - last.getUTCDay())
    if (last.getTime() > Date.now() + DAY_MS) return last.toISOString().slice(0, 10)
  }
  throw new Error('there is always a March to come')
}

test('on paper a day of a month has all of its posts', async () => {
  const date = later(10)
  for (const hour of ['08', '09', '10', '11', '12']) await planned(`At ${hour}`, `${date}T${hour}:00`)
  const page = await calendar(owner, `month=${date.slice(0, 7)}`)
  const shown = () => day(page, date).locator('[data-card]').count()
  await expect.poll(shown).toBe(3)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await shown()).toBe(5)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(shown).toBe(3)
})

test('whoever chooses a time is offered hours, told on what they rest, and takes one by keyboard', async () => {
  const channelId = await makeChannel(owner, teamId)
  const date = later(10)
  const row = await makePost(owner, teamId, { title: 'Offer', channelIds: [channelId] })
  await setPost(owner, row.id, {
    sendLocal: `${date}T09:00`,
    sendZone: 'UTC',
    sendAt: Date.parse(`${date}T09:00Z`),
  })
  const page = await calendar(owner, `month=${date.slice(0, 7)}`)
  await ready(page)
  await cards(page, date, 'Offer').getByRole('link').focus()
  await page.keyboard.press('m')
  const offered = page.getByRole('region', { name: 'Best times' })
  await offered.getByText(/not measured: no post of Practice is counted yet/).waitFor()
  const field = page.getByLabel('Day and time')
  const before = await field.inputValue()
  await offered.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).not.toBe(before)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/best-times.png` })
})

test('hours at which channels do best are marked in a week, in words too, and can be left out', async () => {
  await makeChannel(owner, teamId)
  const date = later(14)
  const page = await calendar(owner, `view=week&date=${date}`, { height: 1500 })
  const bands = page.locator('[data-best]')
  await expect.poll(() => bands.count(), { timeout: 60_000 }).toBe(3)
  await page.getByText('Best time at 09:00: Practice.').first().waitFor({ state: 'attached' })
  const legend = page.getByRole('button', { name: 'Best times' })
  await legend.press('Enter')
  await page.getByText('usual for Practice, not measured').waitFor({ timeout: 60_000 })
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('checkbox', { name: 'Show in the hours' }).press('Space')
  await expect.poll(() => bands.count()).toBe(0)
  await page.reload()
  await legend.waitFor({ timeout: 60_000 })
  expect(await bands.count()).toBe(0)
}, 240_000)
