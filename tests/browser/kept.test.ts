import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import { createPost } from '#server/post/create-post.ts'
import { closePages, openPage } from '../support/browser.ts'
import { setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
}, 180_000)
afterEach(closePages)
afterAll(() => server.drop())

const HOSTILE =
  '</h3><script>alert(1)</script><img src=x onerror="alert(2)"> & "quoted" \'too\' <!-- {{x}} 안녕'

const patient = { timeout: 20_000 }

// A page whose hydration finds other text or elements than the server wrote has an error in its console, which fails here.
test.each(['en', 'ko'] as const)(
  'what the server keeps is the page, for everybody and again: %s',
  async (locale) => {
    const { owner, teamId } = await server.workspace('Nordlicht')
    const mina = await server.member(owner, 'viewer', { name: `Mina ${HOSTILE.slice(0, 40)}`, locale })
    await server.member(owner, 'editor', { name: 'Ben', locale })
    const make = (title: string, assigneeId: string | null = null) =>
      createPost(owner, createPost.input.parse({ teamId, title, labels: ['<b>late</b>'], assigneeId }))
    const { id } = await make(HOSTILE, mina.memberId)
    await setPost(owner, id, { dueAt: Date.now() - 3_600_000 })
    const address = `/w/${owner.workspaceSlug}/board`
    const get = async (query = '') => {
      const headers = { cookie: await server.cookieFor(mina) }
      const html = await (await fetch(`${server.url}${address}${query}`, { headers })).text()
      return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    }
    const first = await get()
    expect(await get()).toBe(first)
    expect(first).not.toMatch(/<script|<img|<b>/)
    // The piece is named by what the present says of its cards.
    expect(first).toContain('data-tone="red"')

    let alerts = 0
    for (const query of ['', '?q=late', '?q=nothing']) {
      const page = await openPage(server, mina, `${address}${query}`, { locale })
      page.on('dialog', (dialog) => {
        alerts++
        void dialog.dismiss()
      })
      await expect
        .poll(() => page.locator('[data-card]').count(), patient)
        .toBe(query === '?q=nothing' ? 0 : 1)
      if (query === '?q=nothing') continue
      expect(await page.locator('[data-card] a').textContent()).toBe(HOSTILE)
      await page.locator('[data-card] [data-tone=red]').waitFor()
    }
    expect(alerts).toBe(0)

    await make('And another')
    expect(await get()).toContain('And another')
    expect(await get('?q=another')).not.toContain('onerror')
    const page = await openPage(server, mina, address, { locale, width: 360 })
    await expect.poll(() => page.locator('[data-card]').count(), patient).toBe(2)
  },
  180_000,
)

test('who may see less gets nothing of what was kept for who may see more, on the whole page', async () => {
  const { owner } = await server.workspace('Westwind')
  const [here, there] = [await server.team(owner, 'Seoul'), await server.team(owner, 'Busan')]
  const narrowed = await server.member(owner, 'viewer', { name: 'Nari', narrowedTo: [here] })
  const secret = 'Secret of Busan'
  await createCampaign(
    owner,
    createCampaign.input.parse({ teamId: there, name: secret, startsOn: '2026-09-01' }),
  )
  await createPost(owner, createPost.input.parse({ teamId: there, title: secret }))
  const get = async (who: typeof owner) => {
    const headers = { cookie: await server.cookieFor(who) }
    const response = await fetch(`${server.url}/w/${owner.workspaceSlug}/board`, { headers })
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
    const html = await response.text()
    const scripts = [...html.matchAll(/<script(?! type="application\/json")[^>]*?nonce="([^"]*)"/g)]
    expect(scripts.length).toBeGreaterThan(2)
    expect(new Set(scripts.map(([, own]) => own))).toEqual(new Set([nonce]))
    return html
  }
  for (let time = 0; time < 2; time++) {
    expect(await get(owner)).toContain(secret)
    const less = await get(narrowed)
    expect(less).not.toContain(secret)
    expect(less).toContain('Nari')
  }
})
