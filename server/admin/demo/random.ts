/** Numbers that look random and are the same every time (mulberry32). */
export interface Random {
  /** 0 up to, not including, 1. */
  next(): number
  /** A number between two others. */
  between(low: number, high: number): number
  /** A whole number between two others, both included. */
  whole(low: number, high: number): number
  pick<T>(list: readonly T[]): T
}

export function seeded(seed: string | number): Random {
  let state = typeof seed === 'number' ? seed : hashOf(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
  }
}

// FNV-1a.
function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}
