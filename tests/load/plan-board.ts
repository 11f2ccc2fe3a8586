/**
 * The kanban with 5,000 posts of twelve months, against the same with a hundred: how soon it can be used, how long
 * another person's change takes to the pixels, how long a filter takes, what a drag costs the main thread in each frame.
 */
import { closeBrowser } from '../support/browser.ts'
import { dragFigures } from './drag-figures.ts'
import { median, print, smoke } from './figure.ts'
import { filter, interactive, pixels } from './page-figures.ts'
import { planServer } from './server/plan-server.ts'

const MANY = smoke ? 200 : 5_000
const [few, many] = [await planServer(100), await planServer(MANY)]
const path = 'board'
const board = { server: many, path }

const [limit, ready = Number.NaN] = await interactive([{ server: few, path }, board])
print({ name: `plan.board.interactive.${MANY}`, value: ready, unit: 'ms', goal: 500 })
print({ name: 'plan.board.interactive.growth', value: ready, unit: 'ms', limit, goal: 1.2 })
print({ name: `plan.board.pixels.${MANY}.p50`, value: median(await pixels(board)), unit: 'ms', goal: 50 })
print({ name: `plan.board.filter.${MANY}`, value: await filter(board, MANY), unit: 'ms', goal: 100 })
const [card, beside] = ['[data-group=idea] [data-card]', '[data-group=draft] [data-card]']
await dragFigures(`plan.board.drag.${MANY}`, { ...board, card, beside })

await closeBrowser()
for (const server of [few, many]) await server.stop()
process.exit(0)
