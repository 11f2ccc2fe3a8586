/**
 * Measures the judge on labelled messages: `node server/sentiment/measure-sentiment.ts FILE...`, each file
 * `<language>.<anything>` with lines `label<TAB>text` (0 negative, 1 neutral, 2 positive), plain or `.gz`.
 * Prints a JSON line a file: macro recall, the recall of each label, how often the language was told right.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { judgeSentiment } from './judge-sentiment.ts'
import { type SentimentLabel, sentimentLabels } from './sentiment.rules.ts'

interface Labelled {
  label: SentimentLabel
  text: string
}

function read(path: string): Labelled[] {
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.flatMap((line) => {
    const label = sentimentLabels[Number(line[0])]
    return label && line[1] === '\t' ? [{ label, text: line.slice(2) }] : []
  })
}

const percent = (part: number, whole: number) => Math.round((1000 * part) / Math.max(whole, 1)) / 10

function measure(language: string, messages: Labelled[]) {
  const right = { negative: 0, neutral: 0, positive: 0 }
  const all = { negative: 0, neutral: 0, positive: 0 }
  let told = 0
  judgeSentiment('', { language })
  const began = process.cpuUsage()
  for (const { label, text } of messages) {
    all[label] += 1
    if (judgeSentiment(text, { language }).label === label) right[label] += 1
  }
  const spent = process.cpuUsage(began)
  const seconds = (spent.user + spent.system) / 1e6
  for (const { text } of messages) if (judgeSentiment(text).language === language) told += 1
  const recalls = sentimentLabels.map((label) => percent(right[label], all[label]))
  return {
    messages: messages.length,
    macroRecall: Math.round((10 * recalls.reduce((sum, recall) => sum + recall, 0)) / 3) / 10,
    recalls,
    language: percent(told, messages.length),
    perCpuSecond: Math.round(messages.length / seconds),
  }
}

for (const path of process.argv.slice(2)) {
  const language = basename(path).split('.')[0] ?? 'und'
  process.stdout.write(`${JSON.stringify({ file: basename(path), ...measure(language, read(path)) })}\n`)
}
