import { createTransport } from 'nodemailer'
import type { Settings } from './settings.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text. */
  text: string
  html?: string
  /** Makes the Message-ID: sent twice under one id, it is the same message to whoever receives it. */
  id?: string
  /** The page where these mails are turned off. */
  unsubscribe?: string | undefined
  /** Nobody asked for this one just now: no automatic answer is wanted. */
  automatic?: boolean
}

/** How long a mail server may take to answer, ms. */
const PATIENCE = 10_000

/**
 * Sends one message by SMTP_URL. Rejects when there is none, or when the server did not take it (`wasRefused` tells
 * whether that is certain). The sender is SMTP_FROM, else hubbub at the mail server's host.
 */
export async function sendMail(settings: Settings, mail: Mail): Promise<void> {
  if (!settings.smtpUrl) throw new Error('SMTP_URL is not set')
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })
  const from = settings.smtpFrom ?? `Hubbub <hubbub@${new URL(settings.smtpUrl).hostname}>`
  const { id, unsubscribe, automatic, ...words } = mail
  try {
    await transport.sendMail({
      from,
      ...words,
      ...(id ? { messageId: `<${id}@${domainOf(from)}>` } : {}),
      headers: {
        ...(automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
        ...(unsubscribe ? { 'List-Unsubscribe': `<${unsubscribe}>` } : {}),
      },
    })
  } finally {
    transport.close()
  }
}

const domainOf = (from: string) => /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'hubbub.invalid'

/** Failures before any of the message was handed over. */
const BEFORE = new Set(['EAUTH', 'EDNS', 'EENVELOPE', 'ENOAUTH', 'ETLS'])
const UNREACHED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'])

/** Whether the mail server certainly did not take the message; false when the connection broke and nobody knows. */
export function wasRefused(error: unknown): boolean {
  if (!error || typeof error !== 'object') return false
  const { code, originalCode, responseCode } = error as Record<string, unknown>
  if (typeof responseCode === 'number') return responseCode >= 400
  return BEFORE.has(String(code)) || UNREACHED.has(String(originalCode ?? code))
}

/**
 * The words with which the mailbox refused for good (a 5xx reply to the sender, the recipient or the message); null when
 * trying again may help: a 4xx reply, no connection, a login that an operator can mend.
 */
export function refusedForGood(error: unknown): string | null {
  if (!error || typeof error !== 'object') return null
  const { code, response, responseCode } = error as Record<string, unknown>
  if (typeof responseCode !== 'number' || responseCode < 500 || responseCode > 599) return null
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return null
  return typeof response === 'string' ? response : String(responseCode)
}
