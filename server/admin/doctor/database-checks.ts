import { existsSync, readdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { knownMigrations } from '#db/migrate.ts'
import { type Check, fail, ok, warn } from './check.ts'

const DAY = 86_400_000
const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`

export const migrations: Check = {
  name: 'migrations',
  async run(_settings, look) {
    const known = knownMigrations().instants
    const done = await look.migrations()
    if (!done.length) return warn('There is no database yet; the first start makes it.')
    const last = Math.max(...done)
    if (last > Math.max(...known))
      return fail('A newer Hubbub made this database. Start that version, or restore an older backup.')
    const missing = known.filter((at) => at > last).length
    return missing
      ? warn(`${missing} are pending; the next start makes a backup and brings it up to date.`)
      : ok('up to date')
  },
}

export const integrity: Check = {
  name: 'database',
  async run(_settings, look) {
    const damage = await look.damage()
    return damage
      ? fail(`${look.engine}: ${damage}. Stop the server and restore the last good backup.`)
      : ok(look.engine)
  },
}

export const space: Check = {
  name: 'disk space',
  async run({ dataDir }) {
    const { bavail, bsize } = await statfs(dataDir)
    const free = bavail * bsize
    const says = `${gigabytes(free)} free in ${dataDir}`
    if (free < 200 * 1024 ** 2) return fail(`${says}. Free some before the database can no longer write.`)
    return free < 2 * 1024 ** 3 ? warn(`${says}. That is little for pictures and backups.`) : ok(says)
  },
}

export const backups: Check = {
  name: 'backups',
  async run({ dataDir }) {
    const folder = join(dataDir, 'backups')
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(db|dump)$/.test(name)) : []
    const newest = Math.max(0, ...names.map((name) => statSync(join(folder, name)).mtimeMs))
    if (!newest) return warn('none in backups/ yet. Run "npm run admin -- backup FILE" every day.')
    const days = Math.floor((Date.now() - newest) / DAY)
    return ok(`${names.length} in backups/, the newest ${days === 0 ? 'of today' : `${days} days old`}`)
  },
}

export const jobs: Check = {
  name: 'jobs',
  async run(_settings, look) {
    const parked = await look.rows("SELECT kind, count(*) AS n FROM job WHERE state = 'parked' GROUP BY kind")
    const late = await look.rows(
      `SELECT count(*) AS n FROM job WHERE state = 'pending' AND run_at < ${Date.now() - 10 * 60_000}`,
    )
    if (parked === 'missing' || late === 'missing') return ok('none yet')
    const waiting = Number(late[0]?.n ?? 0)
    const findings = parked.map(({ kind, n }) =>
      warn(`${n} of ${kind} failed for good. An admin can look at them and run them again under settings.`),
    )
    if (waiting)
      findings.push(
        warn(`${waiting} have waited for more than ten minutes: is the server (or a worker) running?`),
      )
    return findings.length ? findings : ok('none stuck')
  },
}

export const clock: Check = {
  name: 'clock',
  async run(_settings, look) {
    const [latest] = await look
      .rows('SELECT max(at) AS at FROM event')
      .then((rows) => (rows === 'missing' ? [] : rows))
    const ahead = Number(latest?.at ?? 0) - Date.now()
    if (ahead > 60_000)
      return fail(
        `The last change was made ${Math.round(ahead / 60_000)} minutes in the future: set this machine's clock.`,
      )
    const asked = look.engine.startsWith('PostgreSQL')
      ? await look.rows('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at')
      : []
    const apart = asked === 'missing' || !asked[0] ? 0 : Math.abs(Number(asked[0].at) - Date.now())
    return apart > 5_000
      ? warn(`This machine and the database differ by ${Math.round(apart / 1000)} seconds.`)
      : ok(new Date().toISOString())
  },
}
