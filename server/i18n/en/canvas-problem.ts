/** `problem.canvas.*` */
export const canvasProblem = {
  away: 'The canvas cannot be reached at the moment. Nothing was changed; try again in a few seconds.',
} as const
