import type { Language } from './Translator.ts'

/**
 * Medical abbreviations with one reading, and what a colleague writes for them in the other language.
 *
 * An abbreviation with several readings (PCR, MI, HR, FA, AS) is missing on purpose in that direction: it stays as its author wrote it.
 */
const sameBothWays: readonly (readonly [en: string, es: string])[] = [
  ['ACE', 'ECA'],
  ['ACE2', 'ECA2'],
  ['AIDS', 'SIDA'],
  ['AMI', 'IAM'],
  ['ARDS', 'SDRA'],
  ['BMI', 'IMC'],
  ['BP', 'TA'],
  ['CKD', 'ERC'],
  ['CNS', 'SNC'],
  ['COPD', 'EPOC'],
  ['CSF', 'LCR'],
  ['DNA', 'ADN'],
  ['DVT', 'TVP'],
  ['EEA', 'EEE'],
  ['ESR', 'VSG'],
  ['EU', 'UE'],
  ['HBV', 'VHB'],
  ['HCV', 'VHC'],
  ['HIV', 'VIH'],
  ['HPV', 'VPH'],
  ['HTN', 'HTA'],
  ['ICU', 'UCI'],
  ['LMWH', 'HBPM'],
  ['LVEF', 'FEVI'],
  ['MRSA', 'SARM'],
  ['NICU', 'UCIN'],
  ['NSAID', 'AINE'],
  ['NSAIDs', 'AINEs'],
  ['NSTEMI', 'IAMSEST'],
  ['PICU', 'UCIP'],
  ['PPE', 'EPP'],
  ['RNA', 'ARN'],
  ['RSV', 'VRS'],
  ['SLE', 'LES'],
  ['STEMI', 'IAMCEST'],
  ['T1DM', 'DM1'],
  ['T2DM', 'DM2'],
  ['TBI', 'TCE'],
  ['UK', 'RU'],
  ['UTI', 'ITU'],
  ['PO', 'VO'],
  ['WHO', 'OMS'],
  ['C-reactive protein', 'proteína C reactiva'],
  ['aPTT', 'TTPa'],
  ['e.g.', 'p. ej.'],
  ['mRNA', 'ARNm'],
  ['p.o.', 'v.o.'],
  ['po', 'vo'],
]

const onlyFromEnglish: readonly (readonly [en: string, es: string])[] = [
  ['BID', 'dos veces al día'],
  ['CHF', 'ICC'],
  ['CT', 'TC'],
  ['MRI', 'RM'],
  ['QID', 'cuatro veces al día'],
  ['SAH', 'HSA'],
  ['TID', 'tres veces al día'],
  ['X-ray', 'radiografía'],
  ['X-rays', 'radiografías'],
  ['b.i.d.', 'dos veces al día'],
  ['bid', 'dos veces al día'],
  ['i.e.', 'es decir'],
  ['prn', 'si precisa'],
  ['q.i.d.', 'cuatro veces al día'],
  ['qid', 'cuatro veces al día'],
  ['t.i.d.', 'tres veces al día'],
  ['tid', 'tres veces al día'],
]

const onlyFromSpanish: readonly (readonly [es: string, en: string])[] = [
  ['ACV', 'stroke'],
  ['ELA', 'ALS'],
  ['FC', 'HR'],
  ['FR', 'RR'],
  ['P. ej.', 'E.g.'],
  ['RMN', 'MRI'],
  ['T.A.', 'BP'],
  ['TAC', 'CT'],
  ['TBC', 'TB'],
  ['TC', 'CT'],
  ['TEP', 'PE'],
  ['p.ej.', 'e.g.'],
]

const counterparts: Readonly<Partial<Record<string, ReadonlyMap<string, string>>>> = {
  'en-es': new Map([...sameBothWays, ...onlyFromEnglish]),
  'es-en': new Map([...sameBothWays.map(([en, es]) => [es, en] as const), ...onlyFromSpanish]),
}

/** What stands for an abbreviation in the other language; one without a safe counterpart stands for itself. */
export const counterpart = (abbreviation: string, from: Language, to: Language): string =>
  counterparts[`${from}-${to}`]?.get(abbreviation) ?? abbreviation
