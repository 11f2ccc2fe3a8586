export const postProblem = {
  changedMeanwhile:
    '{name} changed the same thing meanwhile, so it was not written over. Look at it, then change it again if yours shall stand.',
  movedMeanwhile:
    '{name} moved this card a moment before you, so it stands where {name} put it. Move it again if it should be elsewhere.',
  teamStays:
    'A post stays with its team: its channels, its readers and its approvers are that team’s. Make a new post for the other team.',
  laneGone: 'This lane holds what belongs to nothing that is still there. Choose another lane.',
  published: 'A published post does not move. Make a new post from it instead.',
  scheduled: 'This post is scheduled. Take it back to draft first, then archive it.',
  scheduledNeedsTime:
    'A scheduled post needs a time. Take it back to draft first, then take it off the calendar.',
  timePast: 'That time has passed. Choose a later one, or confirm that you mean it.',
  nowNeedsPublish:
    'This would go out at once, and your role may schedule but not publish. Choose a time ahead, or ask somebody who may publish.',
  timeSoon: 'That is less than 5 minutes ahead. Choose a later time, or confirm that you mean it.',
  assigneeCannotRead: '{name} may not see the posts of this team. Choose somebody who may.',
  channelsInReview: 'Channels are fixed once a post is in review. Take it back to draft, then change them.',
  missing: {
    text: 'The post has no text yet. Open it, write it, then move it on.',
    channel: 'The post goes to no channel yet. Open it, choose at least one, then move it on.',
    altText: 'A picture has no description yet. Open the post and describe it.',
    approval: 'The post is not approved yet. Submit it for review first.',
    sendTime: 'The post has no time yet. Choose one, then schedule it.',
    newContent: 'The post was rejected just as it is. Open it and change it, then move it on.',
    overLimit: 'The text is too long for a channel. Open the post and shorten it.',
  },
} as const

export const stageProblem = {
  noReview: 'Nobody reviews the channels of this post. Schedule it directly.',
  submitFirst: 'The post has not been reviewed. Submit it for review first.',
  approveFirst: 'The post is still in review. It can be scheduled when it is approved.',
  editToReviewAgain: 'It is approved already. To have it reviewed again, edit it or take it back to draft.',
  exists: 'This team has a stage “{name}” already. Choose another name.',
  full: '“{name}” holds {limit, plural, one {# post} other {# posts}} at most, and it is full. Finish one of them first, or confirm that you mean it.',
  otherTeam:
    'The team of this post has no stage “{name}”, so the post stays where it was. Add the stage to its team, or drop it on “Draft”.',
  otherTeamNew:
    'The team of this post has no stage “{name}”, so no post was made. Add the stage to its team, or make the post in “Draft”.',
  tooMany: 'A team has at most {limit} working stages. Remove one first.',
  vanished: 'This stage was removed a moment ago, so the post stays where it was. Choose another column.',
  vanishedNew:
    'This stage was removed a moment ago, so no post was made. Choose another column and make it there.',
  movedUnder:
    'The board changed under the card just as you let it go, so the post stays where it was. Drop it once more.',
  publishedBySending: 'Posts are published by sending them. Schedule it, and it goes out at its time.',
} as const
