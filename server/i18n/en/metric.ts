/** Every measure: its name, and what exactly it counts. `posts_published` and so on are server/metric/metric.rules.ts. */
export const metric = {
  impressions: {
    label: 'Impressions',
    definition: 'How often your posts were shown, as the networks count it.',
  },
  reach: { label: 'Reach', definition: 'How many people saw a post at least once. Never added up.' },
  likes: { label: 'Likes', definition: 'Likes and other reactions gained, less those taken back.' },
  comments: { label: 'Replies', definition: 'Public replies to your posts gained in the period.' },
  shares: { label: 'Reposts', definition: 'Reposts and quotes of your posts gained in the period.' },
  saves: { label: 'Saves', definition: 'How often your posts were saved.' },
  clicks: { label: 'Clicks', definition: 'Clicks on links in your posts, as the networks count them.' },
  video_views: { label: 'Video views', definition: 'How often your videos were played.' },
  engagements: {
    label: 'Engagements',
    definition:
      'Everything people did with your posts in the period, whenever the posts went out; what was taken back is subtracted. Of several networks only what all of them count.',
  },
  engagement_rate: {
    label: 'Engagement rate',
    definition: 'Engagements divided by impressions, both gained in the period.',
  },
  click_rate: { label: 'Click rate', definition: 'Clicks divided by impressions.' },
  followers: { label: 'Followers', definition: 'How many follow your channels now.' },
  posts_published: {
    label: 'Posts',
    definition: 'Posts that went out in the period; one on three channels counts three times.',
  },
  posts_not_sent: { label: 'Not sent', definition: 'Slots that passed without their post going out.' },
  messages_in: {
    label: 'Messages received',
    definition: 'Replies, mentions and direct messages that people wrote to you in the period.',
  },
  messages_answered: { label: 'Answered', definition: 'Messages that were followed by an answer of yours.' },
  negative_messages: { label: 'Negative messages', definition: 'Messages that sound negative.' },
  negative_share: {
    label: 'Negative share',
    definition:
      'Negative messages divided by all messages received. Languages that cannot be judged count as neutral.',
  },
  answer_rate: { label: 'Answer rate', definition: 'Answered messages divided by all messages received.' },
  first_response_time: {
    label: 'Time to answer',
    definition:
      'How long people waited for your answers that went out in the period: from their first message since your last answer. The median: half waited less, half more.',
  },
  resolution_time: {
    label: 'Time to close',
    definition: 'From the first message to the closing of the conversation. The median.',
  },
} as const
