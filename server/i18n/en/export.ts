/** The first line of an export as CSV. Kept out of the browser's messages: the server writes the file. */
export const exportWord = {
  column: {
    id: 'ID',
    title: 'Title',
    text: 'Text',
    stage: 'Stage',
    team: 'Team',
    channels: 'Channels',
    campaign: 'Campaign',
    labels: 'Labels',
    assignee: 'Assignee',
    when: 'Planned',
    zone: 'Time zone',
    due: 'Due',
    checklist: 'Checklist',
    links: 'Links',
    created: 'Created',
    updated: 'Changed',
  },
} as const
