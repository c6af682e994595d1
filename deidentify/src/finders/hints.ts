import type { Hit, Reason } from '../Identifier.ts'
import type { Reading } from './Reading.ts'

const patterns: Readonly<Record<'en' | 'es', readonly [RegExp, Reason][]>> = {
  en: [
    [
      /(?<!\p{L})(?:the|an?|his|her) (?:only|sole|youngest|oldest|last|tallest|current|former|local|famous|well-known|acting|serving|retired) (?:\p{Ll}+ ){0,2}(?:mayor|vet|veterinarian|priest|vicar|rabbi|imam|teacher|headteacher|headmaster|doctor|dentist|pharmacist|midwife|judge|senator|minister|councillor|footballer|actor|actress|singer|player|butcher|baker|blacksmith|lighthouse keeper|pilot|astronaut|survivor|champion|medallist|winner|officer|survivors?|bishop|sheriff)(?: (?:in|of|from|on) (?:the )?(?:\p{L}+ ?){1,4})?/giu,
      'unique-role',
    ],
    [
      /(?<!\p{L})(?:mayor|bishop|ambassador|headteacher|president|chief executive|CEO|sheriff|governor|vicar) of (?:(?:\p{Lu}[\p{L}']+ ?){1,3}|(?:an?|the|our|her|his) (?:small |little |local |tiny )*(?:town|village|city|island|hamlet|parish))/gu,
      'unique-role',
    ],
    [
      /(?<!\p{L})(?:won the lottery|lottery winner|olympic (?:medallist|champion|athlete)|plane crash|train (?:crash|derailment)|shark attack|terrorist attack|in the news(?:paper)?s?|on television|struck by lightning|mass shooting|bomb(?:ing)? at|ferry (?:sinking|disaster)|world record|conjoined twins?|quintuplets|sextuplets|quadruplets)(?!\p{L})/giu,
      'rare-event',
    ],
  ],
  es: [
    [
      /(?<!\p{L})(?:el|la|su|un|una) (?:únic[oa]|actual|antigu[oa]|conocid[oa]|famos[oa]|último|última|joven) (?:\p{Ll}+ )?(?:alcalde|alcaldesa|veterinari[oa]|párroco|cura|maestr[oa]|profesor[a]?|médic[oa]|dentista|farmacéutic[oa]|matrona|comadrona|juez|jueza|senador[a]?|diputad[oa]|ministr[oa]|concejal[a]?|futbolista|torero|actor|actriz|cantante|panader[oa]|herrero|farero|piloto|astronauta|superviviente|campe[óo]n[a]?|medallista|obispo|notari[oa])(?: (?:de|en|del) (?:la |el |los |las )?(?:\p{L}+ ?){1,4})?/giu,
      'unique-role',
    ],
    [
      /(?<!\p{L})(?:únic[oa]) (?:veterinari[oa]|médic[oa]|maestr[oa]|farmacéutic[oa]|superviviente|panader[oa]|cura)(?: (?:de|en|del) (?:la |el )?(?:\p{L}+ ?){1,3})?/giu,
      'unique-role',
    ],
    [
      /(?<!\p{L})(?:alcalde|alcaldesa|obispo|embajador[a]?|párroco|gobernador[a]?|presidente|presidenta) (?:de|del) (?:(?:la |el )?(?:\p{Lu}[\p{L}']+ ?){1,3}|(?:un |una |la |su |nuestro |nuestra )?(?:pequeñ[oa] )?(?:pueblo|ciudad|isla|aldea|localidad|municipio)(?: \p{Ll}+)?)/gu,
      'unique-role',
    ],
    [
      /(?<!\p{L})(?:le tocó la lotería|ganador[a]? de la lotería|medallista olímpic[oa]|accidente (?:aéreo|de avión|ferroviario)|atentado|salió en (?:la prensa|televisión|las noticias)|ataque de tiburón|siamesas|siameses|quintillizos|sextillizos|cuatrillizos|récord (?:mundial|del mundo)|alcanzad[oa] por un rayo)(?!\p{L})/giu,
      'rare-event',
    ],
  ],
}

/** Finds what names nobody and yet may lead to one person: a role that only one can have, an event that was in the news. */
export const findHints = ({ text, language }: Reading): Hit[] => {
  const hits = patterns[language].flatMap(([pattern, reason]) =>
    [...text.matchAll(pattern)].map(
      (match): Hit => ({ start: match.index, end: match.index + match[0].trimEnd().length, kind: 'indirect', reason, confidence: 0.5 }),
    ),
  )
  return hits.filter((hit, index) => !hits.some((other, at) => at < index && hit.start < other.end && other.start < hit.end))
}
