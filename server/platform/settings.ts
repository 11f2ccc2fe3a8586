import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { newSecret } from './vault.ts'

/** A setting is wrong: one clear sentence for whoever starts the server. */
export class SettingError extends Error {
  readonly code = 'setting'
}

const optional = z
  .string()
  .default('')
  .transform((value) => value.trim() || undefined)
const address = (schemes: RegExp, example: string) =>
  optional.refine((value) => !value || (URL.canParse(value) && schemes.test(new URL(value).protocol)), {
    message: `must be an address such as ${example}`,
  })

/** No path, question or name in it, which nothing of ours would keep. What is no address at all is judged elsewhere. */
function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return true
  const { pathname, search, hash, username, password } = new URL(value)
  return pathname === '/' && !search && !hash && !username && !password
}

/** Fewest characters of the secret that everything is signed and sealed with. */
const SECRET_MIN = 32

const shape = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65535).default(3000),
  BASE_URL: address(/^https?:$/, 'https://hubbub.example.org')
    .refine((value) => !value || isOrigin(value), { message: 'must be an address without a path' })
    .transform((value) => (value ? new URL(value).origin : undefined)),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/hubbub'),
  REDIS_URL: address(/^rediss?:$/, 'redis://host:6379'),
  LIVEBLOCKS_SECRET_KEY: optional.refine((value) => !value || value.startsWith('sk_'), {
    message: 'must be a secret key (sk_...)',
  }),
  APP_SECRET: optional.refine((value) => !value || value.length >= SECRET_MIN, {
    message: `must have at least ${SECRET_MIN} characters`,
  }),
  ROLE: z.enum(['web', 'worker', 'all'], 'must be web, worker or all').default('all'),
  SMTP_URL: address(/^smtps?:$/, 'smtp://user:password@host:587'),
  SMTP_FROM: optional,
  TRUST_PROXY: z.coerce.number('must be the number of proxies in front').int().min(0).max(10).default(0),
  METRICS_TOKEN: optional,
  OUTBOUND_ALLOW: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((hosts) => hosts.every((host) => URL.canParse(`http://${host}`) && !/[/@?#]/.test(host)), {
      message:
        'must name hosts without a scheme or a path, such as pds.intern.example.org:8443, with commas between',
    }),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be debug, info, warn, error, fatal or silent',
    )
    .default('info'),
  PRESENCE: z.enum(['on', 'off'], 'must be on or off').default('on'),
})

export interface Settings {
  port: number
  /** Origin, without a path; undefined: the origin must equal the Host header. */
  baseUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  redisUrl: string | undefined
  liveblocksKey: string | undefined
  appSecret: string
  role: 'web' | 'worker' | 'all'
  smtpUrl: string | undefined
  smtpFrom: string | undefined
  /** How many proxies in front may be believed about the client's address and scheme. */
  trustProxy: number
  metricsToken: string | undefined
  /** Hosts inside that the outbound guard may reach (`host` or `host:port`). */
  outboundAllow: string[]
  logLevel: string
  presence: boolean
}

/** Reads the environment once. Throws SettingError with one sentence naming the variable and the remedy. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  // `PORT=` in a file, or a variable that a compose file passes on empty, is as good as none.
  const given = Object.entries(env).filter(([, value]) => value?.trim())
  const parsed = shape.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SettingError(`${String(issue?.path[0] ?? 'a setting')} ${issue?.message ?? 'is wrong'}.`)
  }
  const value = parsed.data
  const dataDir = writable(resolve(value.DATA_DIR))
  return {
    port: value.PORT,
    baseUrl: value.BASE_URL,
    dataDir,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    liveblocksKey: value.LIVEBLOCKS_SECRET_KEY,
    appSecret: value.APP_SECRET ?? keptSecret(join(dataDir, 'app-secret')),
    role: value.ROLE,
    smtpUrl: value.SMTP_URL,
    smtpFrom: value.SMTP_FROM,
    trustProxy: value.TRUST_PROXY,
    metricsToken: value.METRICS_TOKEN,
    outboundAllow: value.OUTBOUND_ALLOW,
    logLevel: value.LOG_LEVEL,
    presence: value.PRESENCE === 'on',
  }
}

function writable(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    throw new SettingError(`DATA_DIR ${folder} cannot be written; choose another folder or change its owner.`)
  }
}

function keptSecret(file: string): string {
  if (!existsSync(file)) {
    // Whole or not at all: a full disk would leave an empty file, and two processes may start at once.
    const fresh = `${file}.${process.pid}`
    try {
      writeFileSync(fresh, newSecret(), { mode: 0o600 })
      linkSync(fresh, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new SettingError(`The secret could not be kept in ${file}; set APP_SECRET or free some space.`)
      }
    } finally {
      rmSync(fresh, { force: true })
    }
  }
  const secret = statSync(file).isFile() ? readFileSync(file, 'utf8').trim() : ''
  if (secret.length < SECRET_MIN)
    throw new SettingError(
      `${file} holds no secret of at least ${SECRET_MIN} characters. Put the one from your backup there; without one, delete the file, and connect the channels again.`,
    )
  return secret
}
