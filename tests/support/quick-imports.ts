/** Given to Node with --import: workers of the tests, and real servers they start, find drizzle's files quickly. */
import { quickenDrizzle } from '#server/quick-drizzle.ts'

quickenDrizzle()
