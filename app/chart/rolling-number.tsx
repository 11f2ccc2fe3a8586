import { cx } from '../ui/cx.ts'

const digits = [...'0123456789']

/** A written number whose digits roll to their next value; read aloud as one. */
export function RollingNumber({ text, className }: { text: string; className?: string }) {
  // Places count from the right, so that units stay units when the number grows a digit.
  const letters = [...text].map((letter, index, all) => ({ letter, place: all.length - index }))
  return (
    <span className={cx('tabular-nums', className)}>
      <span className="sr-only">{text}</span>
      <span className="inline-flex h-[1.2em] overflow-hidden leading-[1.2]" aria-hidden="true">
        {letters.map(({ letter, place }) => (
          <Place key={place} letter={letter} />
        ))}
      </span>
    </span>
  )
}

function Place({ letter }: { letter: string }) {
  const value = digits.indexOf(letter)
  if (value < 0) return <span className="whitespace-pre">{letter}</span>
  return (
    <span
      className="block transition-transform duration-180 ease-calm"
      style={{ transform: `translateY(${value * -1.2}em)` }}
    >
      {digits.map((digit) => (
        <span key={digit} className="block h-[1.2em]">
          {digit}
        </span>
      ))}
    </span>
  )
}
