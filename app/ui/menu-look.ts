/** How menus look, shared by the drop-down and the context menu. */
export const menuClass =
  'z-50 max-h-[min(70vh,var(--radix-popper-available-height))] min-w-44 max-w-80 overflow-y-auto rounded-card bg-overlay p-1 shadow-menu outline-none data-[state=open]:animate-pop-in data-[state=closed]:animate-pop-out'

export const menuItemClass =
  'flex min-h-dense w-full cursor-pointer select-none items-center gap-2 rounded-mark px-2 py-1 text-dense text-fg outline-none data-highlighted:bg-n4 data-disabled:cursor-not-allowed data-disabled:text-subtle data-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-subtle'

export const menuDangerClass = 'text-red data-highlighted:bg-red/10 [&_svg]:text-red'
export const menuLabelClass = 'px-2 pt-1.5 pb-1 text-meta font-medium text-subtle'
export const menuSeparatorClass = 'mx-1 my-1 h-px bg-line'
