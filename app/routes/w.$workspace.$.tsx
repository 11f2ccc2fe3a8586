import { guarded } from '../guard.ts'

/** Any address inside a workspace that nobody else answers: "nothing here", with the shell around it. */
export const loader = guarded('member', () => {
  throw new Response(null, { status: 404 })
})

export default function Unknown() {
  return null
}
