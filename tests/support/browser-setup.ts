import { afterAll } from 'vitest'
import { closeBrowser, closePages } from './browser.ts'

afterAll(async () => {
  try {
    await closePages()
  } finally {
    await closeBrowser()
  }
})
