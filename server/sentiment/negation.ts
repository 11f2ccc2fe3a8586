/** What turns, strengthens or weakens the words around it, per language. */
export interface Modifiers {
  /** natural's lists, completed; contractions count by their ending. */
  negators: ReadonlySet<string>
  /** Words that open a new clause: negation ends here, and what follows weighs more ("nice, but ..."). */
  turns: ReadonlySet<string>
  /** Words that strengthen (> 1) or weaken (< 1) the next one. */
  degrees: ReadonlyMap<string, number>
  /** The negator may follow its word ("gefällt mir nicht"). */
  after: boolean
}

interface Lists {
  negators: string
  turns: string
  more: string
  less: string
  after?: boolean
}

const lists: Record<string, Lists> = {
  en: {
    negators:
      "not no never neither nor nobody nothing none without cannot dont doesnt didnt cant wont isnt wasnt arent ain't aint hardly barely lack lacks",
    turns: 'but however although though yet except',
    more: 'very really so too extremely absolutely totally completely super incredibly most such fucking damn truly',
    less: 'slightly somewhat kinda kind fairly bit little almost',
  },
  es: {
    negators: 'no nunca jamás jamas ni sin nadie nada ningún ninguna ninguno tampoco',
    turns: 'pero aunque sino',
    more: 'muy tan mucho super súper demasiado totalmente más re',
    less: 'poco algo casi menos apenas',
  },
  pt: {
    negators: 'não nao nunca jamais nem sem ninguém nada nenhum nenhuma n ñ',
    turns: 'mas porém embora',
    more: 'muito tão tao super demais totalmente mais bem mt mto',
    less: 'pouco algo quase menos',
  },
  it: {
    negators: 'non nn mai né senza nessuno niente nulla nemmeno neanche',
    turns: 'ma però tuttavia anche',
    more: 'molto tanto così troppo davvero super veramente più',
    less: 'poco quasi meno abbastanza',
  },
  fr: {
    negators: "pas jamais ni sans rien aucun aucune personne n'est n'a n'ai n'y non plus",
    turns: 'mais cependant pourtant',
    more: 'très trop si tellement vraiment super totalement plus',
    less: 'peu presque moins assez',
  },
  de: {
    negators:
      'nicht nich ned nie niemals kein keine keinen keinem keiner keines ohne nichts nix nein niemand',
    turns: 'aber sondern jedoch doch obwohl trotzdem',
    more: 'sehr so zu total echt wirklich mega super extrem absolut voll richtig',
    less: 'etwas wenig fast kaum ziemlich bisschen',
    after: true,
  },
  nl: {
    negators: 'niet nooit niemand niets nee neen geen zonder niks noch',
    turns: 'maar echter hoewel',
    more: 'heel erg zo te zeer super echt ontzettend',
    less: 'beetje weinig bijna vrij best',
    after: true,
  },
  ca: {
    negators: 'no mai ni sense res ningú cap tampoc',
    turns: 'però sinó',
    more: 'molt tan massa',
    less: 'poc gairebé',
  },
  gl: {
    negators: 'non nunca xamais nin sen ninguén nada ningún',
    turns: 'pero mais',
    more: 'moi tan',
    less: 'pouco case',
  },
  eu: {
    negators: 'ez inoiz gabe ezer inor',
    turns: 'baina baino',
    more: 'oso hain',
    less: 'gutxi ia',
    after: true,
  },
}

const split = (list: string) => list.split(' ')

function modifiers(of: Lists): Modifiers {
  return {
    negators: new Set(split(of.negators)),
    turns: new Set(split(of.turns)),
    degrees: new Map([
      ...split(of.more).map((word): [string, number] => [word, 1.3]),
      ...split(of.less).map((word): [string, number] => [word, 0.7]),
    ]),
    after: of.after ?? false,
  }
}

const prepared = new Map<string, Modifiers>()
const nothing: Modifiers = { negators: new Set(), turns: new Set(), degrees: new Map(), after: false }

export function modifiersOf(language: string): Modifiers {
  const known = prepared.get(language)
  if (known) return known
  const of = lists[language]
  const made = of ? modifiers(of) : nothing
  prepared.set(language, made)
  return made
}

/** "don't", "couldn't", "isn't": whatever ends in n't negates, in any language that borrowed it. */
export function negates(lower: string, modifiers: Modifiers): boolean {
  return modifiers.negators.has(lower) || lower.endsWith("n't")
}
