import { open } from '../guard.ts'

/** Any address nobody else answers: the 404 page, rendered by the root's boundary. */
export const loader = open('public', () => {
  throw new Response(null, { status: 404 })
})

export default function Unknown() {
  return null
}
