/** Problems of comments: `problem.comment.<code>`. */
export const commentProblem = {
  notYours: 'Only whoever wrote a comment can change it.',
  mentionCannotSee: '{name} cannot open this. Give them access to the team, or leave the mention out.',
} as const

export const comment = {
  title: 'Comments',
  write: 'Comment on the whole post',
  onSelection: 'Comment on “{quote}”',
  reply: 'Reply',
  send: 'Comment',
  sendReply: 'Reply',
  save: 'Save',
  edit: 'Edit',
  delete: 'Delete',
  resolve: 'Resolve',
  reopen: 'Reopen',
  resolvedBy: 'Resolved by {name}',
  edited: 'edited',
  brought: 'from Trello',
  deleted: 'This comment was deleted.',
  gone: 'The text this was about is gone.',
  whole: 'On the whole post',
  show: 'Show in the text',
  showResolved: 'Show {count, plural, one {# resolved} other {# resolved}}',
  hideResolved: 'Hide resolved',
  more: 'More about this comment',
  mention: 'Mention somebody with @',
  empty: 'No comments yet. Select words to comment on them.',
  select: 'Comment',
} as const
