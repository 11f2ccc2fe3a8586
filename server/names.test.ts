import { expect, it } from 'vitest'
import type { z } from 'zod'
import { campaignSettings } from './campaign/campaign.rules.ts'
import { parseTrello } from './import/trello.rules.ts'
import { verbsByName } from './verbs.ts'

/** Turns all that follows it: `gpj.exe` reads `exe.jpg` behind it. */
const TURNED = '\u202egpj.exe\u2066'

/** Of these verbs the field is a name that stands among others' words. */
it.each([
  ['post.create', 'title'],
  ['post.change', 'title'],
  ['canvas.create', 'name'],
  ['canvas.rename', 'name'],
  ['label.create', 'name'],
  ['label.change', 'name'],
  ['stage.add', 'name'],
  ['stage.change', 'name'],
  ['view.save', 'name'],
  ['checklist.create', 'name'],
  ['team.create', 'name'],
  ['channel.change', 'name'],
  ['account.change', 'name'],
  ['workspace.change', 'name'],
])('%s keeps a %s in one direction', (name, field) => {
  const input = verbsByName.get(name)?.input as z.ZodObject | undefined
  expect(input?.shape[field]?.safeParse(TURNED).data).toBe('gpj.exe')
})

it('so does a campaign, and what a Trello board calls its cards, lists and labels', () => {
  const campaign = { name: TURNED, teamId: 't', startsOn: '2026-09-01' }
  expect(campaignSettings.parse(campaign).name).toBe('gpj.exe')
  const card = { id: 'c', idList: 'l', name: TURNED, labels: [{ name: TURNED }] }
  const lists = [{ id: 'l', name: 'Ideas' }]
  expect(parseTrello(JSON.stringify({ id: 'b', name: TURNED, lists, cards: [card] }))).toMatchObject({
    name: 'gpj.exe',
    cards: [{ title: 'gpj.exe', labels: ['gpj.exe'] }],
  })
})
