/** What a mark means, as the classes that colour it. Written out so that the style sheet finds them. */
export const tones = {
  accent: { stroke: 'stroke-accent', fill: 'fill-accent', ground: 'bg-accent' },
  grey: { stroke: 'stroke-n9', fill: 'fill-n9', ground: 'bg-n9' },
  quiet: { stroke: 'stroke-n8', fill: 'fill-n8', ground: 'bg-n8' },
  negative: { stroke: 'stroke-negative', fill: 'fill-negative', ground: 'bg-negative' },
  neutral: { stroke: 'stroke-neutral', fill: 'fill-neutral', ground: 'bg-neutral' },
  positive: { stroke: 'stroke-positive', fill: 'fill-positive', ground: 'bg-positive' },
  teal: { stroke: 'stroke-teal', fill: 'fill-teal', ground: 'bg-teal' },
  violet: { stroke: 'stroke-violet', fill: 'fill-violet', ground: 'bg-violet' },
  amber: { stroke: 'stroke-amber', fill: 'fill-amber', ground: 'bg-amber' },
  green: { stroke: 'stroke-green', fill: 'fill-green', ground: 'bg-green' },
  red: { stroke: 'stroke-red', fill: 'fill-red', ground: 'bg-red' },
} as const

export type Tone = keyof typeof tones

/** A mark that moves because its data moved takes 180 ms; the reader's setting for reduced motion overrules. */
export const moving = 'transition-all duration-180 ease-calm'
