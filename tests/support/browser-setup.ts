import { afterAll } from 'vitest'
import { closePages } from './browser.ts'
import { keepWindows } from './windows.ts'

// Chromium and its windows stay from file to file; the end of the worker ends them.
keepWindows()
afterAll(closePages)
