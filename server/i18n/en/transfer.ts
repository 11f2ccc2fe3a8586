/** Exports and imports. Fetched with what shows them: the pages one begins with do without. */
export const transfer = {
  menu: {
    exportCsv: 'Export as CSV',
    exportJson: 'Export as JSON',
    exportHint: 'The posts under these filters, published ones too',
    allHint: 'Every post you can see, published ones too',
    import: 'Import…',
  },
} as const
