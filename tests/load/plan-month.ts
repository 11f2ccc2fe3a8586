/**
 * A month of the calendar with 5,000 posts in twelve months, against one with a hundred in the same twelve (of which it
 * shows about eleven), and against one with a hundred in the weeks it shows, whose cells are as full: the same figures
 * as of the board.
 */
import { closeBrowser } from '../support/browser.ts'
import { dragFigures } from './drag-figures.ts'
import { median, print, smoke } from './figure.ts'
import { filter, interactive, pixels } from './page-figures.ts'
import { planServer } from './server/plan-server.ts'

const MANY = smoke ? 800 : 5_000
/** The weeks that a month shows lie within so many days around today. */
const AROUND = 70
const few = await planServer(100)
const full = await planServer(100 * (AROUND / 35), AROUND)
const many = await planServer(MANY)
const path = 'calendar'
const month = { server: many, path }

const [limit, same, ready = Number.NaN] = await interactive([
  { server: few, path },
  { server: full, path },
  month,
])
print({ name: `plan.month.interactive.${MANY}`, value: ready, unit: 'ms', goal: 500 })
print({ name: 'plan.month.interactive.growth', value: ready, unit: 'ms', limit, goal: 1.2 })
print({ name: 'plan.month.interactive.growth.full', value: ready, unit: 'ms', limit: same, goal: 1.2 })
print({ name: `plan.month.pixels.${MANY}.p50`, value: median(await pixels(month)), unit: 'ms', goal: 50 })
print({ name: `plan.month.filter.${MANY}`, value: await filter(month), unit: 'ms', goal: 100 })
const card = '[data-group] [data-card][draggable=true]'
await dragFigures(`plan.month.drag.${MANY}`, { ...month, card, beside: 'section[data-group]:nth-of-type(5)' })

await closeBrowser()
for (const server of [few, full, many]) await server.stop()
process.exit(0)
