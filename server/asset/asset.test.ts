import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32, deflateSync } from 'node:zlib'
import express from 'express'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import type { Ctx } from '../core/ctx.ts'
import { assetRouter } from '../http/asset-route.ts'
import { addAsset } from './add-asset.ts'
import { readAssets } from './asset.reads.ts'
import { type AssetView, cleanName, MAX_FILE } from './asset.rules.ts'

let core: TestCore
let server: Server
let base: string
let as: Ctx | undefined
let owner: Ctx
let photo: Buffer

beforeAll(async () => {
  core = await testCore()
  owner = (await core.workspace()).owner
  as = owner
  const web = express()
  web.use((_request, response, next) => {
    response.locals.here = {
      requestId: 'r',
      account: undefined,
      ctx: as,
      locale: 'en',
      readAt: Infinity,
    }
    next()
  })
  web.use('/assets', assetRouter(core.app))
  server = createServer(web).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets`
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c33' } })
    .withExif({ IFD0: { Copyright: 'me' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await core.drop()
})

const post = (body: BodyInit, path = '?name=a.jpg') => fetch(base + path, { method: 'POST', body })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
const bytes = (content: Buffer) => new Uint8Array(content)

describe('an upload', () => {
  it('becomes a picture of ours: upright, without camera data, with a small size', async () => {
    const response = await post(bytes(photo), '?name=..%2F..%2Fetc%2F사진.jpg')
    expect(response.status).toBe(201)
    const made = (await response.json()) as AssetView
    expect(made).toMatchObject({ name: '사진.jpg', mime: 'image/jpeg', width: 900, height: 600 })
    const whole = await fetch(`${base}/${made.id}`)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect((await sharp(Buffer.from(await whole.arrayBuffer())).metadata()).exif).toBeUndefined()
    const card = await fetch(`${base}/${made.id}?size=card`)
    expect(card.headers.get('content-type')).toBe('image/webp')
    const facts = await sharp(Buffer.from(await card.arrayBuffer())).metadata()
    expect(facts).toMatchObject({ width: 480, height: 320 })
    const tag = whole.headers.get('etag') ?? ''
    expect((await fetch(`${base}/${made.id}`, { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it('comes as a form too, and the same file again is the same asset', async () => {
    const form = new FormData()
    form.set('file', new File([bytes(photo)], 'b.jpg'))
    const first = (await (await post(bytes(photo))).json()) as AssetView
    const again = (await (await post(form, '')).json()) as AssetView
    expect(again.id).toBe(first.id)
    const at = await Promise.all([1, 2, 3].map(() => addAsset(owner, { bytes: Buffer.from(gif), name: 'g' })))
    expect(new Set(at.map((one) => one.id)).size).toBe(1)
  })

  it('ends at the quota, and says so', async () => {
    const { owner } = await core.workspace('Small')
    const file = { bytes: photo, name: 'a' }
    await expect(addAsset(owner, file, 1000)).rejects.toMatchObject({ code: 'asset.quota' })
    expect((await readAssets(owner)).assets).toEqual([])
  })
})

/** One pixel, in colour. */
const gif = Buffer.from('R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

/** A PNG of a few hundred bytes that claims 60,000 x 60,000 pixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(100_000)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), pixels, chunk('IEND', Buffer.alloc(0))])
}

/** A GIF of one tiny picture, many times over. */
function endlessGif(frames: number): Buffer {
  const head = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  const frame = Buffer.from('!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1')
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), Buffer.from(';')])
}
/** So many megapixels as a real file, without holding them. */
const large = (width: number, height: number, format: 'jpeg' | 'png' | 'webp' | 'gif') =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .toFormat(format)
    .toBuffer()

describe('a picture that is more than it seems', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['an animation of 1,001 pictures', () => endlessGif(1_001), 'asset.tooManyFrames'],
    ['a strip of 30,001 pixels', () => large(1, 30_001, 'png'), 'asset.tooLong'],
    ['a JPEG of 56 megapixels', () => large(8_000, 7_000, 'jpeg'), 'asset.tooManyPixels'],
    ['a WebP of 56 megapixels', () => large(8_000, 7_000, 'webp'), 'asset.tooManyPixels'],
    [
      'a JPEG whose middle is broken',
      async () => Buffer.from(photo.map((byte, at) => (at > 400 && at % 7 === 0 ? byte ^ 0x5a : byte))),
      'asset.notImage',
    ],
  ])('%s is refused, and the next one is taken', async (_, make, code) => {
    const file = await make()
    expect(await codeOf(await post(bytes(file)))).toBe(code)
    expect((await post(bytes(photo))).ok).toBe(true)
  })
  it('an animation is one as long as it is reasonable', async () => {
    const made = (await (await post(bytes(endlessGif(20)))).json()) as AssetView
    expect(made).toMatchObject({ mime: 'image/gif', width: 1, height: 1 })
  })
})

describe('what an attacker sends', () => {
  it.each<[string, () => BodyInit, string]>([
    ['a drawing with a script', () => svg, 'asset.notImage'],
    ['a page', () => '<!doctype html><script>alert(1)</script>', 'asset.notImage'],
    ['a page that begins like a GIF', () => 'GIF89a/*<script>alert(1)</script>*/=1;', 'asset.notImage'],
    ['a JPEG cut short', () => bytes(photo.subarray(0, 400)), 'asset.notImage'],
    ['nothing', () => '', 'asset.empty'],
    ['a picture of 3,600 megapixels', () => bytes(bomb()), 'asset.tooManyPixels'],
    ['more than fits', () => new Uint8Array(MAX_FILE + 1), 'asset.tooLarge'],
  ])('%s is refused', async (_, body, code) => expect(await codeOf(await post(body()))).toBe(code))

  it('too much without saying how much, in a body or a form, is refused while it comes', async () => {
    const endless = () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
      })
    const options = { method: 'POST', body: endless(), duplex: 'half' } as RequestInit
    const answer = await fetch(`${base}?name=x`, options).then(codeOf, () => 'cut')
    expect(['asset.tooLarge', 'cut']).toContain(answer)
    const form = new FormData()
    form.set('file', new File([new Uint8Array(MAX_FILE + 1)], 'big.jpg'))
    expect(await post(form, '').then(codeOf, () => 'asset.tooLarge')).toBe('asset.tooLarge')
  })

  it('a picture with a page behind it loses the page', async () => {
    const polyglot = Buffer.concat([gif, Buffer.from(svg)])
    const made = (await (await post(bytes(polyglot))).json()) as AssetView
    const kept = Buffer.from(await (await fetch(`${base}/${made.id}`)).arrayBuffer())
    expect(kept.toString('latin1')).not.toContain('<script')
  })

  it('strangers, other workspaces and those who may only read get nothing', async () => {
    const { id } = (await (await post(bytes(photo))).json()) as AssetView
    const viewer = await core.member(owner, 'viewer')
    const stranger = (await core.workspace('Other')).owner
    try {
      as = stranger
      expect((await fetch(`${base}/${id}`)).status).toBe(404)
      as = viewer
      expect((await fetch(`${base}/${id}`)).status).toBe(200)
      expect((await post(bytes(photo))).status).toBe(403)
      as = undefined
      expect((await fetch(`${base}/${id}`)).status).toBe(401)
      expect((await post(bytes(photo))).status).toBe(401)
    } finally {
      as = owner
    }
  })

  it.each([
    ['C:\\fakepath\\a"b.png', 'ab.png'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie x'],
    ['../', 'picture'],
    [`${'a'.repeat(119)}😀.png`, `${'a'.repeat(119)}😀`],
  ])('the name %j becomes %j', (name, clean) => expect(cleanName(name)).toBe(clean))
})
