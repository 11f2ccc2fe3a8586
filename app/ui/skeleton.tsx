import { cx } from './cx.ts'

/** The place of something that is being loaded. Appears after 150 ms, so what is fast never flickers; does not move. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-[fade-in_150ms_150ms_both] rounded-control bg-n4', className)}
    />
  )
}

/** A few lines of text that are being loaded. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <span className="flex flex-col gap-2" aria-hidden="true">
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={i} className={cx('h-3', i === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </span>
  )
}
