import { concepts } from '#atlas/concepts.ts'
import type { TermLanguage } from './glossary.rules.ts'
import type { Term } from './Translator.ts'

/** What stands for an abbreviation and is no concept one searches for, or is one only for some specialties. */
const more: readonly (readonly [en: string, es: string, inEnglish: string, inSpanish: string])[] = [
  ['ACE', 'ECA', 'angiotensin-converting enzyme', 'enzima convertidora de angiotensina'],
  ['ACE2', 'ECA2', 'angiotensin-converting enzyme 2', 'enzima convertidora de angiotensina 2'],
  ['ADHD', 'TDAH', 'attention deficit hyperactivity disorder', 'trastorno por déficit de atención e hiperactividad'],
  ['AIDS', 'SIDA', 'acquired immunodeficiency syndrome', 'síndrome de inmunodeficiencia adquirida'],
  ['AS', 'EA', 'ankylosing spondylitis', 'espondilitis anquilosante'],
  ['AS', 'EAo', 'aortic stenosis', 'estenosis aórtica'],
  ['CNS', 'SNC', 'central nervous system', 'sistema nervioso central'],
  ['CRP', 'PCR', 'C-reactive protein', 'proteína C reactiva'],
  ['DNA', 'ADN', 'deoxyribonucleic acid', 'ácido desoxirribonucleico'],
  ['GCS', 'ECG', 'Glasgow coma scale', 'escala de coma de Glasgow'],
  ['ICD', 'DAI', 'implantable cardioverter-defibrillator', 'desfibrilador automático implantable'],
  ['MAP', 'TAM', 'mean arterial pressure', 'tensión arterial media'],
  ['MRI', 'RM', 'magnetic resonance imaging', 'resonancia magnética'],
  ['HR', 'FC', 'heart rate', 'frecuencia cardíaca'],
  ['IBS', 'SII', 'irritable bowel syndrome', 'síndrome del intestino irritable'],
  ['LDH', 'LDH', 'lactate dehydrogenase', 'lactato deshidrogenasa'],
  ['MR', 'IM', 'mitral regurgitation', 'insuficiencia mitral'],
  ['MS', 'EM', 'multiple sclerosis', 'esclerosis múltiple'],
  ['NICU', 'UCIN', 'neonatal intensive care unit', 'unidad de cuidados intensivos neonatales'],
  ['NSTEMI', 'IAMSEST', 'non-ST-elevation myocardial infarction', 'infarto sin elevación del ST'],
  ['PCR', 'PCR', 'polymerase chain reaction', 'reacción en cadena de la polimerasa'],
  ['PICU', 'UCIP', 'paediatric intensive care unit', 'unidad de cuidados intensivos pediátricos'],
  ['PPE', 'EPP', 'personal protective equipment', 'equipo de protección personal'],
  ['PTSD', 'TEPT', 'post-traumatic stress disorder', 'trastorno de estrés postraumático'],
  ['RNA', 'ARN', 'ribonucleic acid', 'ácido ribonucleico'],
  ['RR', 'FR', 'respiratory rate', 'frecuencia respiratoria'],
  ['TSH', 'TSH', 'thyroid-stimulating hormone', 'tirotropina'],
  ['VTE', 'ETV', 'venous thromboembolism', 'enfermedad tromboembólica venosa'],
  ['WHO', 'OMS', 'World Health Organization', 'Organización Mundial de la Salud'],
  ['aPTT', 'TTPa', 'activated partial thromboplastin time', 'tiempo de tromboplastina parcial activada'],
  ['eGFR', 'FGe', 'estimated glomerular filtration rate', 'filtrado glomerular estimado'],
  ['mRNA', 'ARNm', 'messenger ribonucleic acid', 'ácido ribonucleico mensajero'],
]

const readings: ReadonlyMap<string, Readonly<Record<TermLanguage, string | undefined>>> = new Map([
  ...concepts.flatMap((concept) =>
    concept.en.flatMap((en) => concept.es.map((es) => [`${en}\t${es}`, { en: concept.en[0], es: concept.es[0] }] as const)),
  ),
  ...more.map(([en, es, inEnglish, inSpanish]) => [`${en}\t${es}`, { en: inEnglish, es: inSpanish }] as const),
])

/** The words an abbreviation stands for; null where nobody has said, or where the words stand already. */
export const spelledOut = (term: Pick<Term, 'en' | 'es'>, language: TermLanguage): string | null => {
  const words = readings.get(`${term.en}\t${term.es}`)?.[language] ?? null
  return words === term[language] ? null : words
}
