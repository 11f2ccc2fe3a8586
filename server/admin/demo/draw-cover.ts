import sharp from 'sharp'
import type { DemoCover } from '#db/seed/demo/covers.ts'
import { seeded } from './random.ts'

const WIDTH = 1080
const HEIGHT = 810

/** The picture of a cover as JPEG bytes, 1080 by 810 pixels: flat shapes, drawn here so that none is in the repository. */
export async function drawCover(cover: DemoCover): Promise<Buffer> {
  const [sky, ground, mark] = cover.colours
  const shapes = DRAWINGS[cover.drawing](sky, ground, mark, cover.key)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 1080 810">
<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="1" stop-color="${ground}" stop-opacity=".55"/></linearGradient></defs>
<rect width="1080" height="810" fill="${sky}"/><rect width="1080" height="810" fill="url(#g)"/>${shapes}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()
}

type Draw = (sky: string, ground: string, mark: string, key: string) => string

const table = (colour: string, from = 600) =>
  `<rect y="${from}" width="1080" height="${810 - from}" fill="${colour}"/>`
const shadow = (x: number, y: number, rx: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="22" fill="#000" opacity=".12"/>`
const steam = (x: number, colour: string) =>
  [0, 46, 92]
    .map(
      (dx) =>
        `<path d="M${x + dx} 330c-34-44 34-70 0-118" fill="none" stroke="${colour}" stroke-width="12" stroke-linecap="round" opacity=".5"/>`,
    )
    .join('')

const DRAWINGS: Record<DemoCover['drawing'], Draw> = {
  jar: (sky, ground, mark) =>
    `<circle cx="850" cy="170" r="74" fill="${mark}" opacity=".55"/>${table(ground, 620)}${shadow(540, 690, 190)}
<rect x="400" y="250" width="280" height="440" rx="56" fill="#fff" opacity=".45"/>
<path d="M412 400h256v230a48 48 0 0 1-48 48H460a48 48 0 0 1-48-48z" fill="${mark}" opacity=".85"/>
<ellipse cx="540" cy="400" rx="128" ry="16" fill="${sky}" opacity=".5"/>
<rect x="418" y="206" width="244" height="56" rx="16" fill="${mark}"/><rect x="436" y="290" width="18" height="330" rx="9" fill="#fff" opacity=".5"/>`,
  cup: (_, ground, mark) =>
    `${table(ground)}${steam(480, mark)}${shadow(540, 690, 260)}
<path d="M340 380h380v130a150 150 0 0 1-150 150h-80a150 150 0 0 1-150-150z" fill="${mark}"/>
<path d="M720 420h44a74 74 0 0 1 0 148h-66" fill="none" stroke="${mark}" stroke-width="34"/>
<ellipse cx="530" cy="382" rx="190" ry="30" fill="#fff" opacity=".75"/><ellipse cx="530" cy="386" rx="164" ry="22" fill="${ground}"/>
<rect x="300" y="668" width="480" height="24" rx="12" fill="${mark}" opacity=".8"/>`,
  leaves: (_, ground, mark, key) => {
    const random = seeded(key)
    const leaf = (x: number, y: number, turn: number, size: number, colour: string) =>
      `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="M0 0C70-90 70-220 0-320C-70-220-70-90 0 0z" fill="${colour}"/><path d="M0-10V-290" stroke="#fff" stroke-width="6" opacity=".5"/></g>`
    const small = Array.from({ length: 9 }, () =>
      leaf(
        random.whole(60, 1020),
        random.whole(120, 780),
        random.whole(-80, 80),
        random.between(0.18, 0.4),
        ground,
      ),
    ).join('')
    return `${small}<path d="M540 800V420" stroke="${mark}" stroke-width="14"/>${leaf(540, 620, -58, 1.1, mark)}${leaf(540, 560, 56, 1.05, mark)}${leaf(540, 470, 2, 1, ground)}`
  },
  hills: (sky, ground, mark) => {
    const rows = Array.from(
      { length: 7 },
      (_, i) =>
        `<path d="M0 ${600 + i * 34}C270 ${540 + i * 34} 640 ${660 + i * 30} 1080 ${570 + i * 36}" fill="none" stroke="${sky}" stroke-width="7" opacity=".35"/>`,
    ).join('')
    return `<circle cx="790" cy="210" r="86" fill="#fff" opacity=".8"/>
<path d="M0 470C200 340 360 330 560 430S900 470 1080 350V810H0z" fill="${ground}" opacity=".6"/>
<path d="M0 560C240 430 470 520 640 520S940 420 1080 470V810H0z" fill="${ground}"/>
<path d="M0 640C260 540 620 690 1080 560V810H0z" fill="${mark}"/>${rows}`
  },
  tin: (sky, ground, mark) =>
    `${table(ground, 640)}${shadow(540, 706, 220)}<rect x="360" y="300" width="360" height="400" rx="22" fill="${mark}"/>
<rect x="344" y="250" width="392" height="74" rx="20" fill="${mark}"/><rect x="344" y="312" width="392" height="12" fill="#000" opacity=".15"/>
<rect x="416" y="410" width="248" height="190" rx="12" fill="${sky}"/><path d="M540 450c60 40 60 90 0 120c-60-30-60-80 0-120z" fill="${ground}"/>
<rect x="380" y="330" width="20" height="340" rx="10" fill="#fff" opacity=".22"/>`,
  pot: (_, ground, mark) =>
    `${table(ground)}${shadow(520, 690, 270)}<path d="M300 500a220 190 0 0 1 440 0v40a150 150 0 0 1-150 150H450a150 150 0 0 1-150-150z" fill="${mark}"/>
<path d="M730 470c90-10 80-120 170-130l14 44c-70 20-60 160-180 190z" fill="${mark}"/>
<path d="M304 450c-130-40-150 150 0 150" fill="none" stroke="${mark}" stroke-width="36"/>
<rect x="400" y="300" width="240" height="30" rx="15" fill="#fff" opacity=".55"/><circle cx="520" cy="282" r="26" fill="${mark}"/>
<path d="M360 470a170 140 0 0 1 90-110" fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" opacity=".4"/>`,
  table: (sky, ground, mark) => {
    const cup = (x: number, size: number) =>
      `<g transform="translate(${x} 520) scale(${size})"><path d="M-70-90h140v40a60 60 0 0 1-60 60h-20a60 60 0 0 1-60-60z" fill="#fff"/><ellipse cx="0" cy="-90" rx="70" ry="13" fill="${ground}"/></g>`
    return `<rect x="90" y="110" width="260" height="300" rx="14" fill="#fff" opacity=".45"/><rect x="730" y="150" width="230" height="230" rx="115" fill="${mark}" opacity=".25"/>
<path d="M0 540H1080V640H0z" fill="${mark}"/><path d="M0 640H1080V810H0z" fill="${mark}" opacity=".75"/>${cup(250, 1)}${cup(520, 1.25)}${cup(800, 0.95)}<rect y="540" width="1080" height="10" fill="${sky}" opacity=".4"/>`
  },
  sun: (_, ground, mark) =>
    `<circle cx="540" cy="430" r="210" fill="${mark}"/><circle cx="540" cy="430" r="290" fill="${mark}" opacity=".16"/>
<path d="M0 520C300 470 640 560 1080 500V810H0z" fill="${ground}"/><path d="M0 640C320 590 700 690 1080 620V810H0z" fill="${mark}" opacity=".35"/>`,
}
