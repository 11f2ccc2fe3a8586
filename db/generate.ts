/** Writes the migrations of both engines from the one schema. `--check` fails when they are out of step. */
import { execFileSync } from 'node:child_process'

const check = process.argv.includes('--check')
for (const url of ['', 'postgres://generate']) {
  const out = execFileSync('drizzle-kit', ['generate'], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  })
  if (check && !out.includes('No schema changes')) {
    console.error(
      `${url ? 'postgres' : 'sqlite'}: the migrations are out of step with the schema; run npm run db:generate`,
    )
    process.exit(1)
  }
}
