/**
 * `npm run test:live [name]`: against real servers, which it starts on the loopback interface. Where PostgreSQL or Redis
 * is missing and cannot be installed it says so and skips; REQUIRE_ALL=1 makes that a failure.
 */
import { close, vitest } from '../support/suite.ts'
import { debianServersHere } from './debian-servers.ts'

if (debianServersHere()) {
  const args = ['--config', 'tests/live/vitest.config.ts', ...process.argv.slice(2)]
  close('live', await vitest('live', args))
} else {
  process.stdout.write('PostgreSQL or Redis is missing on this machine: the live tests are skipped\n')
  close('live', { passed: 0, failed: process.env.REQUIRE_ALL ? 1 : 0, skipped: 1 })
}
