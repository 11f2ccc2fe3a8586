import { z } from 'zod'
import { labelKey, label as labelName } from '../post/post.rules.ts'

export { labelKey, labelName }

/** Labels of one workspace. */
export const MAX_LABELS_OF_WORKSPACE = 500

/** One of twelve hues of equal lightness. */
export const labelHue = z.int().min(0).max(11)

/** A label as chips and menus draw it. */
export const labelFace = z.object({ id: z.string(), name: z.string(), hue: z.number() })
export type LabelFace = z.infer<typeof labelFace>

/** The hue that the fewest labels have; the first of several. */
export function freeHue(taken: readonly number[]): number {
  const counts = Array.from({ length: 12 }, (_, hue) => taken.filter((one) => one === hue).length)
  // Neighbours look alike: they are taken far from each other.
  const order = Array.from({ length: 12 }, (_, step) => (step * 5 + 8) % 12)
  return order.reduce((best, hue) => ((counts[hue] ?? 0) < (counts[best] ?? 0) ? hue : best))
}

/** The label of a name, whatever its case. */
export const byName = <L extends { name: string }>(labels: readonly L[], name: string): L | undefined =>
  labels.find((one) => labelKey(one.name) === labelKey(name))
