import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string
  id: string
  subject: string
  header(name: string): string | undefined
  text: string
  html: string
}

/** What the server does with the next messages: takes them, says "later", or "never", or takes them and dies before saying so. */
export type Behaviour = 'take' | 'refuse' | 'refuseForGood' | 'takeAndHangUp'

export interface MailServer {
  /** For SMTP_URL. */
  url: string
  received: ReceivedMail[]
  behave(as: Behaviour): void
  close(): Promise<void>
}

/** A real SMTP server on a free port that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  let behaviour: Behaviour = 'take'
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    onRcptTo(_address, _session, done) {
      if (behaviour === 'refuseForGood')
        return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
      if (behaviour !== 'refuse') return done()
      done(Object.assign(new Error('greylisted, come back later'), { responseCode: 451 }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        received.push(parse(to, Buffer.concat(chunks).toString('utf8')))
        if (behaviour !== 'takeAndHangUp') return done()
        for (const connection of server.connections)
          (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave(as) {
      behaviour = as
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function parse(to: string, raw: string): ReceivedMail {
  const [head, body] = split(raw)
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1]
  const parts = (boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw]).map((part) =>
    split(part.trim()),
  )
  const part = (type: string) => {
    const [itsHead, itsBody] = parts.find(([one]) => one.includes(type)) ?? ['', '']
    return decode(itsBody, header(itsHead, 'Content-Transfer-Encoding') ?? '')
  }
  return {
    to,
    id: header(head, 'Message-ID') ?? '',
    subject: words(header(head, 'Subject') ?? ''),
    header: (name) => header(head, name),
    text: part('text/plain'),
    html: part('text/html'),
  }
}

const split = (raw: string): [string, string] => {
  const at = /\r?\n\r?\n/.exec(raw)
  return at ? [raw.slice(0, at.index), raw.slice(at.index + at[0].length)] : [raw, '']
}
const header = (head: string, name: string) =>
  new RegExp(`^${name}: *(.*(?:\\r?\\n[ \\t].*)*)`, 'im')
    .exec(head)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ')
    .trim()

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quoted(body.replace(/=\r?\n/g, '')).replace(/\r\n/g, '\n')
  return body.replace(/\r\n/g, '\n')
}

/** A header's encoded words (RFC 2047). */
const words = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : quoted(coded.replaceAll('_', ' ')),
    )
