/** `problem.canvas.*` */
export const canvasProblem = {
  away: 'The canvas cannot be reached at the moment. Nothing was changed; try again in a few seconds.',
  half: 'The connection to the canvas was lost on the way, so only a part of that state is back. Bring it back once more; what was here before is in the history.',
} as const
