import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react'
import { cx } from './cx.ts'

/** A dense table that scrolls sideways inside its own frame. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="w-full overflow-x-auto">
      <table className="w-full border-collapse text-left text-dense">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** A heading cell; `numeric` sets figures to the right. */
export function Th({
  numeric,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cx(
        'h-dense border-b border-line px-2 text-meta font-medium whitespace-nowrap text-subtle first:pl-0 last:pr-0',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  )
}

/** A cell; `numeric` sets figures to the right, all digits of one width. */
export function Td({
  numeric,
  className,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & { numeric?: boolean }) {
  return (
    <td
      className={cx(
        'h-9 border-b border-line px-2 py-1 first:pl-0 last:pr-0',
        numeric && 'text-right tabular-nums',
        className,
      )}
      {...rest}
    />
  )
}
