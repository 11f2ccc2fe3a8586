/** How menus look, shared by the drop-down and the context menu. */
export const menuClass =
  'z-50 max-h-[min(70vh,var(--radix-popper-available-height))] min-w-[min(11rem,var(--radix-popper-available-width,100vw))] max-w-[min(20rem,var(--radix-popper-available-width,100vw))] overflow-y-auto rounded-card bg-overlay p-1 shadow-menu outline-none data-[state=open]:animate-pop-in data-[state=closed]:animate-pop-out'

const item =
  'flex min-h-dense w-full cursor-pointer select-none items-center gap-2 rounded-mark px-2 py-1 text-dense outline-none data-highlighted:bg-n4 data-disabled:cursor-not-allowed data-disabled:text-subtle data-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0'

/** @param danger what it does cannot be undone */
export function menuItemClass(danger = false): string {
  return `${item} ${danger ? 'text-red data-highlighted:bg-red/10' : 'text-fg [&_svg]:text-subtle'}`
}

export const menuLabelClass = 'px-2 pt-1.5 pb-1 text-meta font-medium text-subtle'
export const menuSeparatorClass = 'mx-1 my-1 h-px bg-line'
