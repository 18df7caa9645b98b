import type { Tongue } from './habit'

const ASKING = '(?:wie|warum|wozu|wofür|wann|was|wo|woran|wodurch|womit|weshalb|welche[nmrs]?)'
/** Verbs are small and nouns are not; adverbs that end like a verb are named. */
const VERB = '(?!oft|weit|alt|gut|nicht|jetzt|erst|viele?)[a-zäöüß]+(?:t|en|nn|uss|ind|ar)'

export const german: Tongue = {
  aboutOptions:
    /^(?:alle[s]?|keine[rs]?|nichts|beide[s]?)(?: (?:der|die|von|dieser|diese|hier|oben|obigen|genannten|anderen))* (?:genannten?|obigen?|oben|davon|diesen|antworten|aussagen|möglichkeiten|optionen)(?![\p{L}])/iu,
  asks: /(?<!\p{L})(?:welche[nmrs]?|was|wo|wann|womit|wodurch|woran)(?!\p{L})/iu,
  clause: /,|(?<!\p{L})(?:wenn|falls|weil|dass|obwohl|während|bevor|nachdem|ohne|um)(?!\p{L})/iu,
  negations: /(?<!\p{L})(?:nicht|kein(?:e[nmrs]?)?|niemals|nie|außer|ausgenommen)(?!\p{L})/giu,
  second: new RegExp(
    `(?<!\\p{L})[Uu]nd ${ASKING} (?:${VERB})(?!\\p{L})|(?<!\\p{L})und (?:warum|wie|weshalb|wozu)(?: nicht)?\\s*[?.]?$|(?<!\\p{L})und (?:erkläre|erklären Sie|beschreibe|beschreiben Sie|nenne|nennen Sie|begründe|begründen Sie)(?!\\p{L})`,
    'u',
  ),
  pairing:
    /(?<!\p{L})(?:zwischen|vergleich\p{L}*|unterscheide\p{L}*|verh(?:alten|ält|ält)|Unterschied\p{L}*)(?!\p{L})/iu,
  definitions: [
    /^was (?:ist|sind)(?: mit)? (.+?)(?: gemeint)?$/,
    /^was (?:heißt|bedeutet|bedeuten) (.+)$/,
    /^(?:definiere|definieren sie) (.+)$/,
    /^was versteht man unter (.+)$/,
  ],
  pointing:
    /(?<!\p{L})(?:folgende\p{L}*|diese\p{L}*|aussagen?|antwort\p{L}*|richtig|stimmt|wahr|zu)(?!\p{L})/iu,
  or: /(?<!\p{L})oder(?!\p{L})/iu,
  longestSentence: 35,
}
