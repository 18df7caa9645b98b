import type { Tongue } from './habit'

const AUXILIARY =
  "(?:do|does|did|is|are|was|were|can|could|should|would|will|has|have|had|must|may|might|isn't|doesn't)"

export const english: Tongue = {
  aboutOptions:
    /^(?:all|none|both|neither|any|some)(?: of)?(?: (?:the|these|those))* (?:above|following|(?:other )?(?:options|answers|choices|statements)|these|those|them)\b|^(?:options|answers) [a-i] and [a-i]$/i,
  asks: /\b(?:which|what)\b/i,
  clause:
    /,|\b(?:when|whenever|if|that|because|while|although|who|whose|where|since|unless|until|after|before|though|so|to)\b/i,
  negations: /\b(?:not|never|cannot|except|\w+n['’]t|least likely)\b/gi,
  second: new RegExp(
    `\\band (?:why|how|what|when|where|who|which)(?: \\w+)? ${AUXILIARY}\\b|\\band (?:why|how)(?: not)?\\s*[?.]?$|\\band (?:explain|describe|define|state|name|list) (?:why|how|what|when|where|the|a|an|one|two|three|its|their|each)\\b`,
    'i',
  ),
  pairing: /\b(?:between|compare|differ|differs|relate|relates|versus|vs)\b/i,
  definitions: [
    /^what (?:is|are)(?: meant by)? (.+)$/,
    /^define (.+)$/,
    /^what do(?:es)? (.+) mean$/,
    /^what is the (?:meaning|definition) of (.+)$/,
  ],
  pointing: /\b(?:following|these|those|below|statements?|options?|answers?|true|correct)\b/i,
  or: /\bor\b/i,
  longestSentence: 40,
}
