/**
 * Small frequent words that give a language away, for the languages `natural` has a lexicon for. A word two languages
 * share stands in both lists; what counts is the lead of one language over the next.
 */
const lists: Record<string, string> = {
  en: "the and is are was were you i'm it's don't to of for with this that my your have has what they from just can't not but be been will would about when how get who our we he she his her there out an at on if",
  es: 'el la los las un una de del y en que qué es está son con por para muy pero más lo se mi tu su como cuando no me te ya al hay todo también este esta esto hoy sin porque nos le si eso ser',
  pt: 'o a os as um uma de do da dos das e em no na que é são com por para muito mas mais não se meu minha seu sua como quando me já ao tem tudo também este esta isso hoje sem porque você vc pra eu foi ele ela ser',
  it: "il lo la i gli le un una di del della dei e in nel che è sono con per molto ma più non si mio mia tuo suo come quando mi ti già al c'è tutto anche questo questa oggi senza perché ho hai ha ci sei da dal era della",
  fr: "le la les un une de du des et en que qui est sont avec pour pas très mais plus ne se mon ma ton son comme quand je tu il elle nous vous c'est j'ai au aux dans sur ce cette tout aussi ça sans être on par d'un qu'il",
  de: 'der die das den dem des ein eine einen einem und in im ist sind mit für nicht sehr aber mehr ich du er sie es wir ihr mein dein wie wenn auch noch schon zu zum zur von vom auf an aus bei nach hat habe haben war wird nur so was dass doch mal kein keine über man ja jetzt',
  nl: 'de het een en in is zijn met voor niet zeer maar meer ik je jij hij zij wij we jullie mijn jouw als wanneer ook nog al te van op aan uit bij naar heeft heb hebben was wordt alleen zo wat dat toch geen om dit deze er niks nu wel',
  ca: "el la els les un una de del i en que què és són amb per molt però més no es meu meva teu seu com quan em ja al hi ha tot també aquest aquesta això avui sense perquè jo dels l'hem gràcies",
  gl: 'o a os as un unha de do da dos das e en no na que é son con por para moi pero máis non se meu miña teu seu como cando me xa ao hai todo tamén este esta isto hoxe sen porque eu foi ela grazas',
  eu: 'eta da dira ez bat du dut dute oso baina nire zure bere hau hori zer nola gaur ere dago naiz gara zara izan egin dugu den duen batzuk gehiago eskerrik',
}

const known = new Map<string, string[]>()
for (const [language, list] of Object.entries(lists))
  for (const word of new Set(list.split(' '))) known.set(word, [...(known.get(word) ?? []), language])

/** The languages in which `lower` is a function word. */
export function languagesOfWord(lower: string): readonly string[] {
  return known.get(lower) ?? []
}
