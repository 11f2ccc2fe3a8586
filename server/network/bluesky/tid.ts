import { randomInt } from 'node:crypto'

const LETTERS = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * A record key of the AT Protocol: 13 letters that sort by time. 53 bits of microseconds, 10 bits at random; the
 * microseconds below our clock are random too, so that two keys of one instant differ.
 * @param at epoch milliseconds
 */
export function mintTid(at: number): string {
  let bits = ((BigInt(at) * 1000n + BigInt(randomInt(1000))) << 10n) | BigInt(randomInt(1024))
  let tid = ''
  for (let i = 0; i < 13; i++) {
    tid = LETTERS[Number(bits & 31n)] + tid
    bits >>= 5n
  }
  return tid
}
