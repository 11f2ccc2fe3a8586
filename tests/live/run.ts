/** `npm run test:live [name]`: the tests against real servers, or those whose file has the name in it. */
import { close, vitest } from '../support/suite.ts'

close('live', await vitest('live', ['--config', 'tests/live/vitest.config.ts', ...process.argv.slice(2)]))
