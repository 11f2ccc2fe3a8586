import { useCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { inHue } from './object/object-node.ts'

/** Every other of the twelve: enough to tell things apart. */
const HUES = [0, 2, 4, 6, 8, 10]

/** The colours what is chosen may have. */
export function Hues({ current }: { current: number | null }) {
  const t = useCanvasWords()
  const { acts } = useCanvas()
  return HUES.map((hue, index) => (
    <button
      key={hue}
      type="button"
      aria-label={t('colour', { number: index + 1 })}
      aria-pressed={hue === current}
      className="person flex size-dense shrink-0 items-center justify-center rounded-full aria-pressed:ring-2 aria-pressed:ring-person aria-pressed:ring-inset"
      style={inHue(hue)}
      onClick={() => acts.paint(hue)}
    >
      <span className="size-4 rounded-full bg-person" />
    </button>
  ))
}
