/** A note of the demo's canvas; its place is in the frame it stands in, in canvas units. */
export interface DemoNote {
  key: string
  x: number
  y: number
  text: string
  /** Of twelve; its frame's without one. */
  hue?: number
  w?: number
  h?: number
}
export interface DemoFrame {
  title: string
  hue: number
  x: number
  y: number
  w: number
  h: number
  /** The campaign it stands for. */
  campaign?: string
  notes: DemoNote[]
  /** Cards of posts, by their keys. */
  posts?: { post: string; x: number; y: number }[]
}

/** The kick-off of the cold brew campaign, as the team left it: what was agreed, and the posts that came of it. */
export const kickOff = {
  team: 'hq',
  by: 'priya',
  campaign: 'slow-cold',
  name: 'Slow Cold: kick-off',
  heading: 'Slow Cold: make it tonight, drink it tomorrow',
  /** Days before today on which it was made, and last changed. */
  began: 24,
  changed: 1,
  frames: [
    {
      title: 'What for',
      hue: 8,
      campaign: 'slow-cold',
      ...{ x: 0, y: 0, w: 520, h: 420 },
      notes: [
        {
          key: 'goal',
          x: 24,
          y: 60,
          text: 'Overnight cold brew becomes the normal way to drink tea in warm weather.',
        },
        { key: 'jar', x: 264, y: 60, text: 'The starter jar sells with it: one jar, one tin, one night.' },
        {
          key: 'reach',
          x: 24,
          y: 232,
          text: '400,000 impressions\n18,000 engagements\nby the last day',
          hue: 4,
        },
        { key: 'not', x: 264, y: 232, text: 'Not a diet drink. Not “iced”. We never say “detox”.', hue: 0 },
      ],
    },
    {
      title: 'Who',
      hue: 4,
      ...{ x: 560, y: 0, w: 520, h: 420 },
      notes: [
        { key: 'desk', x: 24, y: 60, text: 'Desk drinkers: third coffee at 3 pm, sleeping badly.' },
        { key: 'host', x: 264, y: 60, text: 'Hosts: something cold on the table that is not beer.' },
        {
          key: 'seoul',
          x: 24,
          y: 232,
          text: '서울: 냉침이 이미 익숙해요. ‘밤에 담그기’보다 잎 이야기가 먼저예요.',
        },
        { key: 'madrid', x: 264, y: 232, text: 'Madrid: la sobremesa. It is a jug, not a glass.' },
      ],
    },
    {
      title: 'How it sounds',
      hue: 2,
      ...{ x: 1_120, y: 0, w: 520, h: 420 },
      notes: [
        {
          key: 'line',
          x: 24,
          y: 60,
          w: 472,
          h: 110,
          text: 'Put it in the fridge. Go to bed. That was the recipe.',
        },
        {
          key: 'tone',
          x: 24,
          y: 196,
          text: 'Patient, a little dry. The jar is the hero, nobody smiles at it.',
        },
        { key: 'proof', x: 264, y: 196, text: 'Show real fridges. Real ones are full.' },
      ],
    },
    {
      title: 'What comes of it',
      hue: 10,
      ...{ x: 0, y: 500, w: 1_080, h: 460 },
      notes: [
        { key: 'weather', x: 24, y: 60, text: 'When a region passes 28 °C, a post goes out the same day.' },
        { key: 'numbers', x: 24, y: 240, text: '10,000 jars: what did people really put in them?' },
        {
          key: 'sound',
          x: 832,
          y: 240,
          text: 'Fridge door, ice, silence. Thirty seconds, no music?',
          hue: 6,
        },
      ],
      posts: [
        { post: 'cold-weather-trigger', x: 280, y: 60 },
        { post: 'cold-results', x: 280, y: 240 },
        { post: 'cold-lemonade', x: 556, y: 60 },
        { post: 'cold-picnic', x: 556, y: 240 },
      ],
    },
    {
      title: 'Out already: what worked',
      hue: 6,
      ...{ x: 1_120, y: 500, w: 520, h: 460 },
      notes: [
        {
          key: 'timer',
          x: 312,
          y: 60,
          w: 184,
          text: 'The timer post: most saves of the quarter. More of “how long”.',
        },
        { key: 'clean', x: 312, y: 240, w: 184, text: 'Nobody asked for it, everybody needed it.' },
      ],
      posts: [
        { post: 'cold-night-timer', x: 20, y: 60 },
        { post: 'cold-jar-clean', x: 20, y: 240 },
      ],
    },
  ] satisfies DemoFrame[] as DemoFrame[],
  /** From note to note, or to a post's card. */
  arrows: [
    ['host', 'line'],
    ['weather', 'cold-weather-trigger'],
    ['numbers', 'cold-results'],
    ['timer', 'cold-night-timer'],
    ['clean', 'cold-jar-clean'],
  ] as const,
  /** What is said on it; the first of each begins the discussion. Minutes ago. */
  talk: [
    {
      on: 'sound',
      comments: [
        { by: 'sofie', text: 'I can record this in my own kitchen tonight.', ago: 1_500 },
        { by: 'callum', text: 'Yes. And the dog stays in the next room this time.', ago: 1_460 },
      ],
    },
    {
      on: 'seoul',
      comments: [
        { by: 'jiwoo', text: '한라산 잎으로 한 편 따로 쓰고 싶어요. 다음 주에 초안 올릴게요.', ago: 300 },
      ],
    },
  ],
}
