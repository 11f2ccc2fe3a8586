/** The command line: `npm run admin -- <command>`. Ends with 0, or with 1 and a sentence on stderr. */
import { runAdmin } from './run-admin.ts'

// A backup holds what the database holds: nobody else on this machine reads it.
process.umask(0o077)
// Who reads no further (`| head`) has seen enough.
process.stdout.on('error', () => process.exit(0))
const code = await runAdmin(
  process.argv.slice(2),
  (line) => void process.stdout.write(`${line}\n`),
  (line) => void process.stderr.write(`${line}\n`),
)
process.exit(code)
