import { io, type Socket } from 'socket.io-client'
import type { LogEvent, SilentEvent } from '#server/event/catalogue.ts'
import type { Acts } from '#server/verbs.ts'

/** Somebody with a browser's cookie, for black-box tests of any process of the product. */
export class Visitor {
  cookie = ''
  slug = ''

  /** Sends a form as a browser would; keeps the cookie and follows nothing. Gives the status and where it leads. */
  async submit(address: string, form: Record<string, string>): Promise<{ status: number; to: string }> {
    const { origin } = new URL(address)
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', cookie: this.cookie },
      body: new URLSearchParams(form).toString(),
    })
    await response.text()
    const set = response.headers.getSetCookie().find((one) => one.startsWith('hubbub_session='))
    if (set) this.cookie = set.split(';')[0] ?? ''
    const to = response.headers.get('location') ?? ''
    this.slug = /^\/w\/([^/]+)/.exec(to)?.[1] ?? this.slug
    return { status: response.status, to }
  }

  /** Performs a verb at one process. Rejects with the code of the problem. */
  async act<N extends keyof Acts>(url: string, name: N, input: Acts[N]['input']): Promise<Acts[N]['output']> {
    const response = await fetch(`${url}/w/${this.slug}/act/${name}`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify(input),
    })
    const body = await response.json()
    if (!response.ok) throw new Error(`${name}: ${response.status} ${JSON.stringify(body)}`)
    return body as Acts[N]['output']
  }

  async read(address: string): Promise<Response> {
    return fetch(address, { headers: { cookie: this.cookie }, redirect: 'manual' })
  }

  /** Listens to the workspace at one process; connected when this resolves. */
  async listen(url: string): Promise<Ear> {
    const socket = io(url, {
      auth: { workspace: this.slug },
      extraHeaders: { cookie: this.cookie },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    })
    await new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(undefined))
      socket.once('connect_error', reject)
    })
    return new Ear(socket)
  }
}

/** What one socket hears. */
export class Ear {
  readonly events: LogEvent[] = []
  private readonly socket: Socket
  constructor(socket: Socket) {
    this.socket = socket
    socket.on('e', (event: LogEvent | SilentEvent) => {
      if ('type' in event) this.events.push(event)
    })
  }
  get connected(): boolean {
    return this.socket.connected
  }
  /** How many ms until an event of this kind came, or had come; rejects after `within` ms. */
  async hears(match: (event: LogEvent) => boolean, within = 5_000): Promise<number> {
    const begin = performance.now()
    while (!this.events.some(match)) {
      if (performance.now() - begin > within) throw new Error('the event did not come')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return performance.now() - begin
  }
  /** How many ms until it was cut off. */
  async isCut(within = 5_000): Promise<number> {
    const begin = performance.now()
    while (this.socket.connected) {
      if (performance.now() - begin > within) throw new Error('the socket was not cut')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return performance.now() - begin
  }
  close(): void {
    this.socket.disconnect()
  }
}
