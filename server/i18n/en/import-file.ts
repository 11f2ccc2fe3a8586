/** Words in files that an import gives out. Kept out of the browser's messages: the server writes them. */
export const importFileWord = {
  row: 'Row',
  problem: 'Problem',
  column: {
    title: 'Title',
    text: 'Text',
    when: 'Planned',
    day: 'Date',
    time: 'Time',
    zone: 'Time zone',
    channels: 'Channels',
    labels: 'Labels',
    campaign: 'Campaign',
    assignee: 'Assignee',
    stage: 'Stage',
    due: 'Due',
    link: 'Link',
    image: 'Image URL',
  },
  examples: [
    'Winter opening | We open at eight, with tea for everybody. | 2027-01-15 09:00 |  |  | Opening; Winter |  |  | Draft | 2027-01-12 | https://example.org/winter',
    'Five questions to our baker | What would you ask? |  |  |  | Series |  |  | Idea |  | ',
  ],
} as const

/** Why a file or a row of it cannot be taken: `problem.import.<code>`. The server says it. */
export const importProblem = {
  sameFile:
    'Somebody has just imported this very file, so nothing was made. Import it again only if you want its posts once more.',
  begun: 'This import has been started already. Open it in the list of imports.',
  running: 'This import is still running. Undo it when it has come to its end.',
  empty: 'The file is empty, so there is nothing to import. Check that you chose the right one.',
  emptyBoard: 'This Trello board has no cards, so there is nothing to import.',
  failed: 'The import stopped because of a fault on our side. What it made is kept; continue, or undo it.',
  noText: 'Choose which column holds the title or the text: a post needs one of them.',
  notJson:
    'This file begins like JSON but is damaged or cut off. Export the board from Trello again and upload the new file.',
  notText: 'This is not a text file. Upload a CSV file, or a Trello board exported as JSON.',
  notTrello:
    'This JSON file is not a Trello board. In Trello open the board’s menu, choose “Print, export, and share”, then “Export as JSON”, and upload that file.',
  tooLarge:
    'The file is larger than {limit} MB, so it was not taken. Split it into several files and import one after the other.',
  tooManyRows:
    'The file has more than {limit, number} rows, so it was not taken. Split it into several files and import one after the other.',
  tooWide:
    'A line of the file has more than {limit, number} separators, so it was not taken. Check what separates the columns and how lines end, then upload it again.',
  torn: 'More than {limit, number} quotation marks in the file stand where they cannot, so it was not taken. Export it again as “CSV UTF-8”, in which marks inside a text are doubled, then upload it again.',
  workbook:
    'This is a spreadsheet workbook. Save it as “CSV UTF-8” in Excel, Numbers or Sheets, then upload that file.',
  row: {
    assignee:
      'Nobody called “{value}” can see the posts of this team. Write the name as in Members, or leave it empty.',
    assigneeTwice: 'Several members are called “{value}”. Write the e-mail address instead.',
    campaign: 'There is no campaign “{value}”. Make it first, or leave it empty.',
    campaignTwice: 'There are several campaigns “{value}”. Rename one, or leave it empty.',
    channels:
      'You cannot plan for a channel “{value}”. Write a channel’s name as in Channels, or leave it empty.',
    channelsTwice: 'Several channels are meant by “{value}”. Write the channel’s full name.',
    date: '“{value}” is not a date that can be read. Write it like 2027-01-15 09:00.',
    empty: 'The row has neither title nor text. Write one of them.',
    labelLong: 'The label “{value}” is longer than {max} characters. Shorten it.',
    labelsMany: 'A post has at most {max} labels. Take some off.',
    quotes: 'A quotation mark in this row is not closed. Close it, or double the marks inside the text.',
    stage: '“{value}” is no stage. Write Idea or Draft, or leave it empty.',
    timeAlone: 'There is a time ({value}) without a date. Add the date.',
    tooLong: 'That is longer than {max, number} characters. Shorten it.',
    url: '“{value}” is not a web address. Write it like https://example.org.',
    width:
      'The row has {cells} cells but the file {columns} columns. Put text that holds a separator into quotation marks.',
    zone: '“{value}” is no time zone. Write it like Europe/Berlin.',
  },
} as const
