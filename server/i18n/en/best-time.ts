export const bestTime = {
  title: 'Best times',
  history: 'From {posts, plural, one {# post} other {# posts}} of {channel}, in its team’s hours.',
  default:
    'Usual for {network}, not measured: {posts, plural, =0 {no post of {channel} is counted yet} other {fewer than 10 posts of {channel} are counted yet (#)}}.',
  quiet:
    'Usual for {network}: {posts, plural, one {# post} other {# posts}} of {channel} had no reactions to go by.',
  take: 'Take {time}',
  band: {
    legend: 'Best times',
    means: 'A good hour to post on a channel; a number says on how many.',
    show: 'Show in the hours',
    history: 'from {posts, plural, one {# post} other {# posts}}',
    default: 'usual for {network}, not measured',
    quiet: 'usual for {network}, no reactions yet',
    says: 'Best time at {time}: {channels}.',
  },
} as const
