import { readSettings } from '../platform/settings.ts'
import { type Command, CommandError } from './command.ts'
import type { Check, Finding } from './doctor/check.ts'
import { backups, clock, integrity, jobs, migrations, space } from './doctor/database-checks.ts'
import { outbound, presence, services, settings } from './doctor/house-checks.ts'
import { openLook } from './doctor/look.ts'

const CHECKS: Check[] = [
  settings,
  integrity,
  migrations,
  space,
  backups,
  presence,
  services,
  outbound,
  jobs,
  clock,
]
const MARKS = { ok: 'ok  ', warn: 'look', fail: 'FAIL' }

/** `doctor`. */
export const doctorCommand: Command = {
  name: 'doctor',
  about: 'looks whether everything is in order',
  help: `npm run admin -- doctor

Checks settings, database, migrations, disk space, backups, the presence server, outbound connections, stuck jobs and
the clock. It changes nothing and may run beside the server. Ends with 1 when something does not work.`,
  async run(_args, out) {
    const of = readSettings(process.env)
    const look = await openLook(of)
    let failed = 0
    try {
      for (const check of CHECKS) {
        const found = await check.run(of, look).catch((error: unknown): Finding => {
          return { state: 'fail', says: error instanceof Error ? error.message : String(error) }
        })
        for (const { state, says } of [found].flat()) {
          if (state === 'fail') failed++
          out(`${MARKS[state]}  ${check.name.padEnd(10)}  ${says}`)
        }
      }
    } finally {
      await look.close()
    }
    if (failed)
      throw new CommandError(failed === 1 ? 'One thing does not work.' : `${failed} things do not work.`)
  },
}
