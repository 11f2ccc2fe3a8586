/** Run by itself: makes the database TEST_TEMPLATE names on the server of DATABASE_URL, with our tables in it. */
import { migrate } from '#db/migrate.ts'
import { administer } from './database.ts'

const { DATABASE_URL: base = '', TEST_TEMPLATE: name = '' } = process.env
await administer(base, `CREATE DATABASE ${name}`)
const url = new URL(base)
url.pathname = `/${name}`
await migrate({ file: '', url: url.href })
