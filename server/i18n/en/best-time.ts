export const bestTime = {
  title: 'Best times',
  history: 'From {posts, plural, one {# post} other {# posts}} of {channel}, in its team’s hours.',
  default:
    'Usual for {network}, not measured: {posts, plural, =0 {no post of {channel} is counted yet} other {fewer than 10 posts of {channel} are counted yet (#)}}.',
  quiet:
    'Usual for {network}: {posts, plural, one {# post} other {# posts}} of {channel} had no reactions to go by.',
  take: 'Take {time}',
} as const
