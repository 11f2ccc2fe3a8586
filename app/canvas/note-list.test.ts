import { expect, it } from 'vitest'
import { noteList } from './note-list.ts'

it.each<[string, string, string, string[] | null]>([
  ['bullets', '- One\n- Two\n\n- Three', '', ['One', 'Two', 'Three']],
  ['numbers', '1. 하나\r\n2) 둘', '', ['하나', '둘']],
  ['boxes to tick', '[ ] Milk\n[x] Tea', '', ['Milk', 'Tea']],
  ['a column of a table', 'One\nTwo', '<table><tr><td>One</td></tr></table>', ['One', 'Two']],
  ['cells of a table', 'A\tB\nC\t', '<td>A</td>', ['A', 'B', 'C']],
  ['items of a page', 'One\nTwo', '<ul><li>One</li></ul>', ['One', 'Two']],
  ['two lines', 'One\nTwo', '', null],
  ['a paragraph before bullets', 'We need:\n- One\n- Two', '', null],
  ['a page with a list in it', 'We need:\nOne', '<p>We need:</p><li>One</li>', null],
  ['one bullet', '- One', '', null],
])('%s', (_, text, html, list) => expect(noteList(text, html)).toEqual(list))
