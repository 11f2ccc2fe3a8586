/** Why a post cannot repeat, by code under `problem.series`. Kept out of the browser's messages. */
export const seriesProblem = {
  already: 'This post repeats already. Change its rule, or end it first.',
  endsBeforeStart: 'The last day lies before the second one, so nothing would repeat. Choose a later day.',
  none: 'This post does not repeat, so there is nothing to carry on to. Reload the page.',
  needsTime: 'This post has no send time, so there is nothing to repeat. Choose a send time first.',
} as const
