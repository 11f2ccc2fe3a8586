import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientFrame, createFrameCutter } from './frame-cutter.ts'

/** A server's frame: a client's without its mask. */
function serverFrame(opcode: number, payload: Buffer): Buffer {
  const frame = clientFrame(opcode, payload)
  const header = frame.length - payload.length - 4
  frame[1] = frame[1]! & 0x7f
  return Buffer.concat([frame.subarray(0, header), payload])
}

test('however the stream is split, data frames pass whole and in order, control frames are taken out', () => {
  const frames = fc.array(
    fc.record({
      opcode: fc.constantFrom(1, 1, 1, 2, 8, 9),
      size: fc.oneof(fc.integer({ min: 0, max: 125 }), fc.constantFrom(126, 127, 65_535, 65_536, 70_000)),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 30 }), (list, cuts) => {
      const bytes = list.map(({ opcode, size }) => {
        const length = opcode >= 8 ? size % 126 : size
        return { opcode, frame: serverFrame(opcode, Buffer.alloc(length, opcode)) }
      })
      const stream = Buffer.concat(bytes.map((one) => one.frame))
      const control: number[] = []
      const feed = createFrameCutter((opcode, payload) => {
        control.push(opcode)
        expect(payload.every((byte) => byte === opcode)).toBe(true)
      })
      const out: Buffer[] = []
      let at = 0
      for (const cut of [...cuts, stream.length]) {
        const whole = feed(stream.subarray(at, at + cut))
        at = Math.min(stream.length, at + cut)
        if (whole) out.push(whole)
      }
      const data = bytes.filter((one) => one.opcode < 8)
      expect(Buffer.concat(out).equals(Buffer.concat(data.map((one) => one.frame)))).toBe(true)
      expect(control).toEqual(bytes.filter((one) => one.opcode >= 8).map((one) => one.opcode))
    }),
    { numRuns: 60 },
  )
})
