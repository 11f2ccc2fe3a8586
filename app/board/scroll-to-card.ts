type Scroll = (id: string) => void

const lists = new Map<string, Scroll>()

/** A list that draws only what is in sight says how to bring a card into it. */
export function registerScroll(group: string, scroll: Scroll): () => void {
  lists.set(group, scroll)
  return () => {
    if (lists.get(group) === scroll) lists.delete(group)
  }
}

/** Gives a card the keyboard's focus, bringing it into sight first. Tries for some frames: it may not be drawn yet. */
export function focusCard(id: string, group: string | undefined, frames = 10): void {
  const card = `[data-card="${CSS.escape(id)}"] a`
  // A card may stand in several lanes.
  const inGroup = group === undefined ? '' : `[data-group="${CSS.escape(group)}"] `
  const link =
    document.querySelector<HTMLElement>(`${inGroup}${card}`) ??
    (lists.has(group ?? '') && frames > 0 ? null : document.querySelector<HTMLElement>(card))
  if (link) {
    link.focus()
    link.closest('[data-card]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return
  }
  if (group !== undefined) lists.get(group)?.(id)
  if (frames > 0) requestAnimationFrame(() => focusCard(id, group, frames - 1))
}
