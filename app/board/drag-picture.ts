/** What is seen of a card that is carried; with more than one, how many go along. */
export function pictureOf(element: HTMLElement, count = 1): HTMLElement {
  const picture = element.cloneNode(true) as HTMLElement
  picture.removeAttribute('data-card')
  picture.removeAttribute('data-dragged')
  if (count > 1) {
    const badge = document.createElement('span')
    badge.className =
      'absolute -top-2 -right-2 min-w-6 rounded-full bg-accent px-2 py-0.5 text-center text-meta font-medium text-on-accent tabular-nums'
    badge.textContent = String(count)
    picture.append(badge)
  }
  return picture
}
