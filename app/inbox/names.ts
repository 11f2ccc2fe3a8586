/** Names of people who are here, in the reader's own order of lists; a few, for a line. */
export function namesOf(people: readonly { name: string }[]): string {
  return people
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')
}
