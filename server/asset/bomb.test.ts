import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { codeOf } from '#tests/support/posts.ts'
import { cleanPicture } from './clean-picture.ts'

const MEGABYTE = 1024 * 1024

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** A PNG that says how large it is, with what else is put into it. */
function png(width: number, height: number, ...more: Buffer[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(Math.min((width * 3 + 1) * height, MEGABYTE)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG or WebP whose header is made to claim other measures. */
async function claiming(format: 'jpeg' | 'webp', width: number, height: number): Promise<Buffer> {
  const small = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c33' } })
  const bytes = await (format === 'jpeg' ? small.jpeg() : small.webp({ lossless: false })).toBuffer()
  if (format === 'jpeg') {
    const at = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    bytes.writeUInt16BE(height, at + 5)
    bytes.writeUInt16BE(width, at + 7)
  } else {
    const at = bytes.indexOf(Buffer.from([0x9d, 0x01, 0x2a]))
    bytes.writeUInt16LE(width, at + 3)
    bytes.writeUInt16LE(height, at + 5)
  }
  return bytes
}

/** An animation of a few kilobytes: each of its frames is as large as the whole. */
function animation(edge: number, frames: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16LE(edge, 0)
  size.writeUInt16LE(edge, 2)
  const head = Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size, Buffer.from([0, 2, 2, 0x4c, 0x01, 0])])
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])])
}

it.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['a PNG of 30,000 x 30,000', () => png(30_000, 30_000), 'asset.tooManyPixels'],
  ['a PNG as long as can be', () => png(2 ** 31 - 1, 1), 'asset.notImage'],
  ['a JPEG of 60,000 x 60,000', () => claiming('jpeg', 60_000, 60_000), 'asset.tooManyPixels'],
  ['a WebP of 16,000 x 16,000', () => claiming('webp', 16_000, 16_000), 'asset.tooManyPixels'],
  ['a GIF of 500 frames of 3,000 x 3,000', () => animation(3_000, 500), 'asset.tooManyPixels'],
  ['a PNG without its pixels', () => png(4_000, 4_000), 'asset.notImage'],
  [
    'a JPEG that is text after three bytes',
    () => Buffer.from('\xff\xd8\xff<html>', 'latin1'),
    'asset.notImage',
  ],
  [
    'a PNG that is a JPEG inside',
    async () => {
      const jpeg = await claiming('jpeg', 8, 8)
      return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), jpeg])
    },
    'asset.notImage',
  ],
  ['an icon', () => Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0]), 'asset.notImage'],
  ['a TIFF', () => Buffer.from('II*\0\x08\0\0\0', 'latin1'), 'asset.notImage'],
])('%s is refused before it is unpacked', async (_, make, code) => {
  const bytes = await make()
  const before = process.memoryUsage.rss()
  expect(await codeOf(Promise.resolve(bytes).then(cleanPicture))).toBe(code)
  expect(process.memoryUsage.rss() - before).toBeLessThan(80 * MEGABYTE)
})

it.each(['iCCP', 'zTXt'])('what else is packed into a small picture (%s) takes no memory', async (kind) => {
  const packed = deflateSync(Buffer.alloc(200 * MEGABYTE))
  const hidden = chunk(kind, Buffer.concat([Buffer.from('x\0\0'), packed]))
  const bytes = png(10, 10, hidden)
  const before = process.memoryUsage.rss()
  // Kept without it, or refused: both are fine.
  const answer = await cleanPicture(bytes).then(
    (made) => made.bytes.byteLength,
    (problem: { code: string }) => problem.code,
  )
  if (answer !== 'asset.notImage') expect(answer).toBeLessThan(10_000)
  expect(process.memoryUsage.rss() - before).toBeLessThan(120 * MEGABYTE)
})
