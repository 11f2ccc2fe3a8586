import type { LookupAddress } from 'node:dns'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOutbound, type OutboundOptions, outboundProblem } from './outbound.ts'

let server: Server
let port = 0
const seen: { url: string; method: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const url = request.url ?? ''
    seen.push({ url, method: request.method ?? '', headers: request.headers, body })
    const to = new URL(url, 'http://x').searchParams.get('to')
    if (to) return response.writeHead(Number(url.slice(1, 4)), { location: to }).end()
    if (url === '/loop') return response.writeHead(302, { location: '/loop' }).end()
    if (url === '/hang') return
    if (url === '/drip') return response.writeHead(200).write('a')
    if (url === '/big') return response.end(Buffer.alloc(5000))
    if (url === '/bomb') {
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(500_000)))
    }
    response.end('hello')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const outbound = (options: OutboundOptions = {}) => createOutbound({ timeoutMs: 2000, ...options })
const here = () => `127.0.0.1:${port}`
async function reason(url: string, options: OutboundOptions = {}, init?: RequestInit) {
  const error = await outbound(options)
    .fetch(url, init)
    .then(
      () => null,
      (thrown) => thrown,
    )
  return outboundProblem(error)?.reason ?? null
}
const resolvesTo =
  (...addresses: string[]): OutboundOptions['lookup'] =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('addresses that are not public are refused before connecting', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f000001/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[ff02::1]/',
    'http://①②⑦.0.0.1/',
  ])('%s', async (url) => {
    expect(await reason(url)).toBe('refused')
  })

  test.each(['file:///etc/passwd', 'ftp://example.com/', 'data:text/plain,x', 'http://a:b@example.com/'])(
    '%s',
    async (url) => {
      // fetch itself forbids credentials in a URL; either way nothing leaves.
      await expect(outbound().fetch(url)).rejects.toThrow()
    },
  )

  test.each([
    ['a private address', ['10.0.0.1']],
    ['loopback', ['127.0.0.1']],
    ['one public and one private', ['93.184.215.14', '127.0.0.1']],
    ['a mapped loopback', ['::ffff:127.0.0.1']],
    ['nothing', []],
  ])('a name that resolves to %s', async (_what, addresses) => {
    expect(await reason(`http://innocent.example:${port}/`, { lookup: resolvesTo(...addresses) })).toBe(
      'refused',
    )
  })

  test('a name that rebinds between two requests', async () => {
    let asked = 0
    const lookup: OutboundOptions['lookup'] = (_name, _options, done) =>
      done(null, [{ address: asked++ === 0 ? '192.88.99.1' : '127.0.0.1', family: 4 }])
    const { fetch } = outbound({ lookup })
    for (let i = 0; i < 2; i++)
      await expect(fetch(`http://rebind.example:${port}/`)).rejects.toMatchObject({ code: 'outbound' })
    expect(seen.some((request) => String(request.headers.host).startsWith('rebind'))).toBe(false)
  })

  test('localhost by name', async () => {
    expect(await reason(`http://localhost:${port}/`)).toBe('refused')
    // Some resolvers know the name with its dot, others do not: in no case does it get through.
    expect(await reason(`http://localhost.:${port}/`)).not.toBe(null)
    expect(await reason('http://127.0.0.1:25/', { allow: ['127.0.0.1'] })).toBe('refused')
  })
})

describe('the allow list', () => {
  test('a host with its port is allowed on this port only', async () => {
    const answer = await outbound({ allow: [here()] }).fetch(`http://${here()}/`)
    expect(await answer.text()).toBe('hello')
    expect(await reason(`http://${here()}/`, { allow: ['127.0.0.1:1'] })).toBe('refused')
    expect(await reason(`http://${here()}/`, { allow: ['127.0.0.1'] })).toBe(null)
  })
  test.each([
    ['http://127.0.0.9/', '127.0.0.9:80', 'unreachable'],
    ['https://127.0.0.9/', '127.0.0.9:443', 'unreachable'],
    ['http://127.0.0.9/', '127.0.0.9:443', 'refused'],
  ])('%s with %s is %s', async (url, allow, answer) => {
    expect(await reason(url, { allow: [allow] })).toBe(answer)
  })
})

describe('redirects', () => {
  test.each(['http://169.254.169.254/latest/', 'http://[::1]/', 'file:///etc/passwd', 'http://localhost:1/'])(
    'to %s is refused',
    async (to) => {
      const url = `http://${here()}/302?to=${encodeURIComponent(to)}`
      expect(await reason(url, { allow: [here()] })).toBe('refused')
    },
  )
  test('a loop ends after three', async () => {
    seen.length = 0
    expect(await reason(`http://${here()}/loop`, { allow: [here()] })).toBe('redirects')
    expect(seen).toHaveLength(4)
  })
  test('another origin does not get the authorization; 303 becomes GET without the body', async () => {
    seen.length = 0
    const { fetch } = outbound({ allow: [here(), 'localhost'] })
    const to = encodeURIComponent(`http://localhost:${port}/end`)
    const init = { method: 'POST', body: 'secret', headers: { authorization: 'Bearer t', cookie: 'a=b' } }
    await fetch(`http://${here()}/303?to=${to}`, init)
    expect(seen[1]).toMatchObject({ url: '/end', method: 'GET', body: '' })
    expect(seen[1]?.headers.authorization ?? seen[1]?.headers.cookie).toBeUndefined()
    await fetch(`http://${here()}/307?to=${encodeURIComponent('/end')}`, init)
    expect(seen[3]).toMatchObject({ url: '/end', method: 'POST', body: 'secret' })
    expect(seen[3]?.headers.authorization).toBe('Bearer t')
  })
})

describe('limits', () => {
  test('size, also of what was compressed', async () => {
    const options = { allow: [here()], maxBytes: 1000 }
    expect(await reason(`http://${here()}/big`, options)).toBe('too_large')
    expect(await reason(`http://${here()}/bomb`, options)).toBe('too_large')
  })
  test.each(['/hang', '/drip'])('time: %s', async (path) => {
    const options = { allow: [here()], timeoutMs: 150 }
    const error = await outbound(options)
      .fetch(`http://${here()}${path}`)
      .catch((thrown) => thrown)
    expect(outboundProblem(error)).toMatchObject({ reason: 'timeout', reached: true })
  })
  test('nobody listening: surely not reached', async () => {
    const error = await outbound({ allow: ['127.0.0.1'] })
      .fetch('http://127.0.0.1:4249/')
      .catch((thrown) => thrown)
    expect(outboundProblem(error)).toMatchObject({ reason: 'unreachable', reached: false })
  })
})
