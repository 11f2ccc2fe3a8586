import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const declared = new Map(
  [...css.matchAll(/--([\w-]+):\s*([^;{}]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
)

type Theme = 'light' | 'dark'

/** The relative luminance of a token, 0 to 1, after resolving `var()` and `light-dark()`. */
function luminance(token: string, theme: Theme): number {
  let value = declared.get(token) ?? ''
  for (let i = 0; i < 6 && /var\(|light-dark\(/.test(value); i++) {
    const pair = /^light-dark\((.+?\)),\s*(.+)\)$/.exec(value)
    if (pair) value = pair[theme === 'light' ? 1 : 2]!
    const name = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
    if (name) value = declared.get(name) ?? ''
  }
  return luminanceOf(value, `--${token} in the ${theme} theme`)
}

function luminanceOf(value: string, name: string): number {
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value)
  if (!parts) throw new Error(`${name} is not a plain colour: ${value}`)
  const [light, chroma, hue] = parts.slice(1).map(Number) as [number, number, number]
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clamp = (channel: number) => Math.min(1, Math.max(0, channel))
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, theme: Theme): number {
  const [high, low] = [luminance(one, theme), luminance(other, theme)].sort((x, y) => y - x) as [
    number,
    number,
  ]
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['canvas', 'panel', 'raised', 'overlay', 'n3', 'n4']
const marks = [
  'accent',
  'slate',
  'amber',
  'orange',
  'red',
  'rose',
  'green',
  'emerald',
  'teal',
  'violet',
  'grey',
]

for (const theme of ['light', 'dark'] as const) {
  test(`text can be read on every surface (${theme})`, () => {
    for (const text of ['n12', 'n11', 'n10', 'accent-text']) {
      for (const surface of surfaces) {
        expect(contrast(text, surface, theme), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('on-accent', 'accent-hover', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('n1', 'n12', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('n1', 'red', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('accent-text', 'accent-soft', theme)).toBeGreaterThanOrEqual(4.5)
  })

  test(`marks can be seen on every surface (${theme})`, () => {
    for (const mark of marks) {
      for (const surface of ['canvas', 'panel', 'raised', 'overlay']) {
        expect(contrast(mark, surface, theme), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3)
      }
    }
  })
}

test('initials can be read on all twelve colours of people', () => {
  for (let hue = 15; hue < 360; hue += 30) {
    const ground = luminanceOf(declared.get('person')!.replace('var(--hue)', String(hue)), 'person')
    expect(1.05 / (ground + 0.05), `hue ${hue}`).toBeGreaterThanOrEqual(4.5)
  }
})
