/**
 * Posts to a path as a page of its own, so that nothing of this page's memory outlives it. With unsaved words the
 * browser asks first.
 */
export function postDocument(action: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  document.body.append(form)
  form.submit()
  // Whoever chose to stay goes on with the page as it was.
  form.remove()
}
