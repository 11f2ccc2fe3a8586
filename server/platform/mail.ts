import { createTransport } from 'nodemailer'
import type { Settings } from './settings.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text. */
  text: string
}

/** How long a mail server may take to answer, ms. */
const PATIENCE = 10_000

/**
 * Sends one message by SMTP_URL. Rejects when there is none, or when the server did not take it. The sender is
 * SMTP_FROM, else hubbub at the mail server's host.
 */
export async function sendMail(settings: Settings, mail: Mail): Promise<void> {
  if (!settings.smtpUrl) throw new Error('SMTP_URL is not set')
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })
  try {
    await transport.sendMail({
      from: settings.smtpFrom ?? `Hubbub <hubbub@${new URL(settings.smtpUrl).hostname}>`,
      ...mail,
    })
  } finally {
    transport.close()
  }
}
