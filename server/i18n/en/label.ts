/** Problems of labels: `problem.label.<code>`. */
export const labelProblem = {
  exists: 'There is a label “{name}” already. Choose another name, or merge the two.',
  paused: 'Publishing of “{name}” is paused. End the pause first, so that nothing of it goes out unseen.',
  tooMany: 'A workspace has at most {limit} labels. Merge or remove some first.',
} as const

export const label = {
  hint: 'Words that the posts of every team are marked with. A change shows everywhere at once.',
  title: 'Labels',
  none: 'No label yet. Make one here, or write one on a post.',
  add: 'New label',
  addAct: 'Make the label',
  name: 'Name',
  colour: 'Colour',
  posts: '{count, plural, =0 {on no post} one {on # post} other {on # posts}}',
  edit: 'Change {name}',
  editAct: 'Save the label',
  more: 'More about {name}',
  merge: 'Merge…',
  mergeTitle: 'Merge “{name}” into another label',
  mergeInto: 'Into',
  mergeBody:
    '{count, plural, =0 {No post has it now.} one {# post gets the other label instead.} other {# posts get the other label instead.}}',
  mergeAct: 'Merge',
  merged: '“{name}” is now “{into}”.',
  remove: 'Remove…',
  removeTitle: 'Remove “{name}”?',
  removeBody: 'It goes off {count, plural, =0 {no post} one {# post} other {# posts}}. The posts stay.',
  removeAct: 'Remove the label',
  onPost: 'Labels of the post',
  choose: 'Choose labels',
  newPlaceholder: 'New label',
  makeNew: 'Make “{name}”',
} as const
