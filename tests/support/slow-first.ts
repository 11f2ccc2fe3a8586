import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take long, most of it waiting; begun last, one of them would be waited for alone. The longest first. */
const SLOW = [
  'server/delivery/kill.test.ts',
  'tests/browser/journey.test.ts',
  'tests/browser/access.test.ts',
  'tests/contract/catch-up.test.ts',
  'db/migrate.test.ts',
  'server/isolation.test.ts',
]

/** The slow files first, then vitest's own order. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = (file: TestSpecification) => {
      const found = SLOW.findIndex((name) => file.moduleId.endsWith(name))
      return found < 0 ? SLOW.length : found
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
