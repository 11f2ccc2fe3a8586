/** Problems of checklists: `problem.checklist.<code>`. */
export const checklistProblem = {
  tooMany: 'A post has at most {limit} checklists. Put the items into one that is there.',
  full: 'A checklist has at most {limit} items. Begin another one for the rest.',
} as const

export const checklist = {
  title: 'Checklists',
  begin: 'New checklist',
  name: 'Name of the checklist',
  usual: 'Checklist',
  progress: '{done, number} of {total, number}',
  progressLabel: '{name}: {done, number} of {total, plural, one {# item} other {# items}} done',
  more: 'More about {name}',
  rename: 'Rename',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  removeTitle: 'Remove “{name}”?',
  removeSure: '{count, plural, one {Its item goes} other {Its # items go}} with it.',
  addItem: 'Add an item',
  newItem: 'New item of {name}',
  placeholder: 'What is to be done?',
  itemText: 'Words of the item',
  itemMore: 'More about “{text}”',
  rewrite: 'Change the words',
  assign: 'Give to',
  nobody: 'Nobody',
  removed: '“{text}” is taken out.',
  hideDone: 'Hide what is done',
  showDone: 'Show {count, plural, one {# done} other {# done}}',
} as const
