/** What the scorer knows about a language's small words. Everything is folded: small letters, no marks, no apostrophes. */
export type Lexicon = {
  /** Words that carry no idea of their own; a phrasing does not require them. */
  function: ReadonlySet<string>
  /** Subjects: they open a clause of their own, and can anchor a phrasing of one word ("it is faster"). */
  pronouns: ReadonlySet<string>
  /** Pronouns that speak of somebody: after a comma they open a claim about another subject. */
  people: ReadonlySet<string>
  auxiliaries: ReadonlySet<string>
  /** Forms of "to be" that, negated, deny what stands before them ("monitoring is not part of it"). */
  being: ReadonlySet<string>
  /** Verbs and nouns that, negated, deny their subject ("does not belong to it", "plays no part"). */
  belonging: ReadonlySet<string>
  negators: ReadonlySet<string>
  /** Negators that reach two words only ("less reliable"). */
  diminishers: ReadonlySet<string>
  /** Words that take a negation back when they follow it ("not only", "no doubt"). */
  neutralisers: ReadonlySet<string>
  /** "I do not know whether …": after these a negation reaches to the end of the clause. */
  knowing: ReadonlySet<string>
  whether: ReadonlySet<string>
  /** A claim on the other side of one of these is another claim. */
  contrasts: ReadonlySet<string>
  subordinators: ReadonlySet<string>
  conditions: ReadonlySet<string>
  and: ReadonlySet<string>
  or: ReadonlySet<string>
  /** They announce an object or a clause: the word before them is a verb with something of its own to act on. */
  openers: ReadonlySet<string>
  /** Small words that a phrasing means when it has them ("which data was used"). */
  asking: ReadonlySet<string>
  /** Question words between two claims or parts of one. */
  sequence: ReadonlySet<string>
  /** "after", "before": what stands on either side are two events. */
  times: ReadonlySet<string>
  /** "but for models", "but also faster": after these a contrast goes on with the same claim. */
  addition: ReadonlySet<string>
  rejectors: ReadonlySet<string>
  /** Denied, they reject too ("that is not true"). */
  affirmers: ReadonlySet<string>
  /** They announce a list, which may be longer than a remark. */
  lists: ReadonlySet<string>
}

export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

export const english: Lexicon = {
  function:
    set(`a an the this that these those its their his her our your my of to in on at by for from with into onto
    over under about as than then and or nor so such also too very just only even both each any all some more most
    much many is are was were be been being am do does did has have had having will would can could should may might
    must shall there here which who whom whose what how why when where while if whether because since until unless
    after before during between through via per up out off still yet already maybe perhaps probably basically
    i think guess well etc eg ie e g s t get gets got thus therefore hence but however although though whereas`),
  people: set('i you we he she'),
  pronouns: set('it they them you we he she this one i us'),
  auxiliaries:
    set(`is are was were be been will would can could should may might must has have had do does did gets get
    isnt arent wasnt werent doesnt dont didnt cant cannot wont hasnt havent`),
  being: set('is are was were be isnt arent wasnt werent gets get'),
  belonging: set(
    'be belong belongs happen happens exist exists count counts occur occurs matter part role place',
  ),
  negators:
    set(`no not never none nothing nobody neither nor without cannot cant dont doesnt didnt isnt arent wasnt
    werent wont wouldnt shouldnt couldnt hasnt havent hadnt mustnt neednt aint lack lacks lacking unable hardly barely
    rarely seldom avoid avoids avoiding eliminate eliminates eliminating remove removes removing ignore ignores ignoring fails failing
    prevents prevent preventing forget forgets doubt doubts deny denies lose loses instead rather`),
  diminishers: set('less fewer'),
  neutralisers: set('only just merely simply solely least doubt doubts matter exception'),
  knowing: set('know sure think believe remember certain recall doubt doubts deny denies'),
  whether: set('if whether that what how why'),
  contrasts: set('but however although though whereas while except unlike'),
  subordinators: set('so because since when if unless until that which who where to hence therefore'),
  conditions: set('if when once whenever as after without with because since in for by'),
  and: set('and plus'),
  or: set('or nor'),
  openers: set('the a an our its their your my his her this these those how what whether why'),
  asking: set('which'),
  sequence: set('how what whether than'),
  times: set('after before until'),
  addition: set('for with also'),
  rejectors: set('wrong false untrue myth misconception nonsense incorrect'),
  affirmers: set('true correct right'),
  lists: set('and plus or from'),
}

export const german: Lexicon = {
  function:
    set(`der die das den dem des ein eine einen einem einer eines dies diese dieser dieses dieses jene sein seine
    ihr ihre unser unsere mein dein von zu zum zur in im an am auf aus bei beim mit nach vor uber unter fur durch um als
    wie wenn dann und oder so auch sehr nur sogar mehr meist viel viele alle jede jeder jedes einige ist sind war waren
    wird werden wurde wurden worden hat haben hatte hatten kann konnen konnte soll sollen muss mussen darf durfen mag
    da dort hier welche welcher welches wer was warum wann wo ob weil dass damit sodass bevor nachdem wahrend bis seit
    man sich noch schon wieder also etwa vielleicht wohl eher ich glaube denke z b zb bzw usw aber jedoch doch sondern`),
  people: set('ich du wir'),
  pronouns: set('es sie man wir er ihr du ich'),
  auxiliaries:
    set(`ist sind war waren wird werden wurde wurden kann konnen konnte soll sollen muss mussen hat haben hatte
    darf durfen`),
  being: set('ist sind war waren wird werden wurde wurden kann konnen'),
  belonging: set('gehort gehoren teil bestandteil rolle'),
  negators:
    set(`nicht nie niemals nichts niemand kein keine keinen keinem keiner keines ohne weder noch kaum selten
    vermeidet vermeiden verhindert verhindern vergisst bezweifle statt anstatt fehlt`),
  diminishers: set('weniger'),
  neutralisers: set('nur bloss lediglich allein zuletzt zweifel'),
  knowing: set('weiss sicher glaube denke'),
  whether: set('ob dass wie warum'),
  contrasts: set('aber jedoch obwohl wahrend sondern ausser allerdings'),
  subordinators: set('weil denn damit sodass wenn falls dass bis deshalb daher'),
  conditions: set('wenn falls sobald sofern nachdem ohne mit weil da'),
  and: set('und sowie'),
  or: set('oder noch'),
  openers: set('der die das den dem ein eine einen einem einer wie was ob seine ihre unsere diese diesen'),
  asking: set('welche welcher welches welchen welchem'),
  sequence: set('wie was ob'),
  times: set('nach nachdem bevor vor bis'),
  addition: set('fur mit auch'),
  rejectors: set('falsch irrtum mythos unsinn unwahr'),
  affirmers: set('wahr richtig'),
  lists: set('und sowie oder von'),
}

const nothing: ReadonlySet<string> = new Set()

/** For a language whose small words are not known: every word counts, and nothing is denied. */
export const unknown: Lexicon = {
  function: nothing,
  pronouns: nothing,
  people: nothing,
  auxiliaries: nothing,
  being: nothing,
  belonging: nothing,
  negators: nothing,
  diminishers: nothing,
  neutralisers: nothing,
  knowing: nothing,
  whether: nothing,
  contrasts: nothing,
  subordinators: nothing,
  conditions: nothing,
  and: nothing,
  or: nothing,
  openers: nothing,
  asking: nothing,
  sequence: nothing,
  times: nothing,
  addition: nothing,
  rejectors: nothing,
  affirmers: nothing,
  lists: nothing,
}
