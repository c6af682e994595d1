// Which specialties lie next to each other: whom else a question may be put to when those it was asked of do not answer.
// A pair holds both ways. Who belongs to the same group is near anyhow and stands here only where a doctor would say so first.
import { findSpecialty, groupOf, membersOf, type SpecialtyCode } from './specialties.ts'

/** How near a doctor's specialty is to the one a question asks for; what the router multiplies by. */
export const nearness = { same: 1, group: 0.8, neighbour: 0.5, generalist: 0.35 } as const

const lieNextTo: Partial<Record<SpecialtyCode, readonly SpecialtyCode[]>> = {
  'allergy-immunology': ['dermatology', 'pulmonology', 'rheumatology', 'otolaryngology', 'pediatric-pulmonology'],
  anesthesiology: ['critical-care-medicine', 'emergency-medicine'],
  'pain-medicine': ['palliative-medicine', 'physical-medicine-rehabilitation', 'neurology', 'rheumatology', 'spine-surgery'],
  'pediatric-anesthesiology': ['pediatric-critical-care', 'neonatology'],
  cardiology: ['cardiothoracic-surgery', 'critical-care-medicine', 'pulmonology', 'vascular-surgery', 'vascular-neurology'],
  'adult-congenital-heart-disease': ['pediatric-cardiology', 'cardiothoracic-surgery', 'maternal-fetal-medicine'],
  'cardiac-electrophysiology': ['interventional-cardiology', 'cardiothoracic-surgery'],
  'heart-failure-transplant-cardiology': ['cardiothoracic-surgery', 'transplant-surgery', 'critical-care-medicine'],
  'interventional-cardiology': ['cardiothoracic-surgery', 'interventional-radiology'],
  'cardiothoracic-surgery': ['pediatric-cardiology', 'vascular-surgery'],
  'thoracic-surgery': ['pulmonology', 'medical-oncology', 'surgical-oncology', 'pediatric-surgery'],
  'clinical-pharmacology': ['medical-toxicology', 'internal-medicine', 'clinical-pathology', 'infectious-disease', 'nephrology'],
  'critical-care-medicine': ['emergency-medicine', 'pulmonology', 'nephrology', 'infectious-disease', 'trauma-surgery'],
  dermatology: ['rheumatology', 'infectious-disease', 'plastic-surgery', 'sexual-health-medicine'],
  'dermatologic-surgery': ['plastic-surgery', 'head-neck-surgery', 'oculoplastics'],
  dermatopathology: ['pathology', 'medical-oncology'],
  'pediatric-dermatology': ['pediatrics', 'medical-genetics'],
  'emergency-medicine': ['trauma-surgery', 'internal-medicine', 'family-medicine', 'pediatric-emergency-medicine'],
  'medical-toxicology': ['critical-care-medicine', 'occupational-medicine', 'addiction-medicine', 'pediatric-emergency-medicine'],
  endocrinology: ['nephrology', 'reproductive-endocrinology', 'pediatric-endocrinology', 'internal-medicine', 'nuclear-medicine'],
  'clinical-nutrition-obesity': ['gastroenterology', 'general-surgery', 'family-medicine'],
  gastroenterology: ['general-surgery', 'colorectal-surgery', 'pediatric-gastroenterology', 'internal-medicine'],
  hepatology: ['infectious-disease', 'transplant-surgery', 'interventional-radiology'],
  'general-practice': ['family-medicine', 'internal-medicine', 'pediatrics', 'geriatrics'],
  'family-medicine': ['internal-medicine', 'pediatrics', 'obstetrics-gynecology', 'geriatrics'],
  'general-surgery': ['vascular-surgery', 'urology', 'emergency-medicine'],
  'colorectal-surgery': ['surgical-oncology', 'urogynecology'],
  'pediatric-surgery': ['pediatrics', 'neonatology', 'pediatric-gastroenterology', 'urology'],
  'surgical-oncology': ['medical-oncology', 'radiation-oncology', 'head-neck-surgery'],
  'transplant-surgery': ['nephrology', 'infectious-disease'],
  'trauma-surgery': ['orthopedic-surgery', 'neurosurgery', 'interventional-radiology'],
  geriatrics: ['internal-medicine', 'neurology', 'palliative-medicine', 'geriatric-psychiatry', 'physical-medicine-rehabilitation'],
  hematology: ['hematology-oncology', 'medical-oncology', 'clinical-pathology', 'internal-medicine', 'pediatric-hematology-oncology'],
  'infectious-disease': ['medical-microbiology', 'pediatric-infectious-disease', 'internal-medicine', 'pulmonology', 'public-health'],
  'sexual-health-medicine': ['obstetrics-gynecology', 'urology', 'public-health'],
  'tropical-travel-medicine': ['public-health', 'pediatric-infectious-disease', 'medical-microbiology'],
  'internal-medicine': ['nephrology', 'rheumatology', 'pulmonology'],
  'hospital-medicine': ['critical-care-medicine', 'emergency-medicine', 'geriatrics'],
  'legal-forensic-medicine': ['pathology', 'forensic-psychiatry', 'emergency-medicine', 'medical-administration'],
  'medical-administration': ['public-health', 'clinical-informatics', 'occupational-medicine'],
  'medical-genetics': [
    'pediatrics',
    'maternal-fetal-medicine',
    'child-neurology',
    'developmental-behavioral-pediatrics',
    'medical-oncology',
  ],
  'medical-oncology': ['radiation-oncology', 'palliative-medicine', 'gynecologic-oncology', 'pathology'],
  'hematology-oncology': ['radiation-oncology', 'pediatric-hematology-oncology'],
  nephrology: ['urology', 'rheumatology', 'pediatric-nephrology'],
  neurology: ['neurosurgery', 'neuroradiology', 'psychiatry', 'ophthalmology', 'physical-medicine-rehabilitation'],
  'child-neurology': ['pediatrics', 'developmental-behavioral-pediatrics', 'neonatology'],
  'clinical-neurophysiology': ['neuromuscular-medicine', 'child-neurology', 'sleep-medicine'],
  'neuromuscular-medicine': ['rheumatology', 'physical-medicine-rehabilitation', 'medical-genetics'],
  'vascular-neurology': ['neuroradiology', 'neurosurgery', 'vascular-surgery', 'emergency-medicine'],
  neurosurgery: ['spine-surgery', 'neuroradiology', 'otolaryngology'],
  'nuclear-medicine': ['radiology', 'medical-oncology', 'radiation-oncology'],
  'obstetrics-gynecology': ['urology', 'general-surgery', 'neonatology'],
  'gynecologic-oncology': ['surgical-oncology', 'radiation-oncology'],
  'maternal-fetal-medicine': ['neonatology', 'cardiology', 'pediatric-cardiology'],
  'reproductive-endocrinology': ['urology', 'medical-genetics'],
  urogynecology: ['urology', 'physical-medicine-rehabilitation'],
  'occupational-medicine': ['public-health', 'pulmonology', 'dermatology', 'physical-medicine-rehabilitation', 'family-medicine'],
  ophthalmology: ['oculoplastics', 'rheumatology', 'neuroradiology', 'emergency-medicine'],
  'cornea-glaucoma': ['retina-uveitis', 'pediatric-ophthalmology'],
  oculoplastics: ['plastic-surgery', 'head-neck-surgery', 'otolaryngology'],
  'pediatric-ophthalmology': ['pediatrics', 'child-neurology', 'medical-genetics'],
  'retina-uveitis': ['rheumatology', 'infectious-disease', 'endocrinology'],
  'oral-maxillofacial-surgery': ['head-neck-surgery', 'otolaryngology', 'plastic-surgery'],
  'orthopedic-surgery': ['rheumatology', 'sports-medicine', 'physical-medicine-rehabilitation', 'radiology'],
  'hand-surgery': ['plastic-surgery', 'rheumatology', 'physical-medicine-rehabilitation'],
  'pediatric-orthopedics': ['pediatrics', 'pediatric-rheumatology', 'sports-medicine'],
  'spine-surgery': ['physical-medicine-rehabilitation', 'neuroradiology'],
  otolaryngology: ['audiovestibular-medicine', 'pulmonology', 'sleep-medicine'],
  'audiovestibular-medicine': ['neurology', 'physical-medicine-rehabilitation', 'developmental-behavioral-pediatrics'],
  'head-neck-surgery': ['radiation-oncology', 'endocrinology'],
  'palliative-medicine': ['internal-medicine', 'family-medicine', 'critical-care-medicine'],
  pathology: ['radiology', 'hematology', 'surgical-oncology'],
  'clinical-pathology': ['endocrinology', 'medical-microbiology'],
  'medical-microbiology': ['public-health', 'pediatric-infectious-disease'],
  pediatrics: ['emergency-medicine', 'child-adolescent-psychiatry'],
  'adolescent-medicine': ['child-adolescent-psychiatry', 'family-medicine', 'obstetrics-gynecology', 'sexual-health-medicine'],
  'developmental-behavioral-pediatrics': ['child-adolescent-psychiatry', 'physical-medicine-rehabilitation'],
  neonatology: ['pediatric-cardiology', 'pediatric-critical-care'],
  'pediatric-cardiology': ['cardiology', 'pediatric-critical-care'],
  'pediatric-critical-care': ['critical-care-medicine', 'pediatric-emergency-medicine', 'pediatric-pulmonology'],
  'pediatric-emergency-medicine': ['trauma-surgery', 'pediatric-surgery'],
  'pediatric-endocrinology': ['medical-genetics', 'adolescent-medicine'],
  'pediatric-gastroenterology': ['hepatology', 'clinical-nutrition-obesity', 'allergy-immunology'],
  'pediatric-hematology-oncology': ['medical-oncology', 'pediatric-infectious-disease'],
  'pediatric-infectious-disease': ['pediatric-rheumatology'],
  'pediatric-nephrology': ['urology', 'pediatric-rheumatology'],
  'pediatric-pulmonology': ['pulmonology', 'sleep-medicine', 'otolaryngology'],
  'pediatric-rheumatology': ['rheumatology', 'pediatric-dermatology'],
  'physical-medicine-rehabilitation': ['rheumatology', 'sports-medicine'],
  'sports-medicine': ['family-medicine', 'cardiology', 'emergency-medicine'],
  'plastic-surgery': ['general-surgery', 'trauma-surgery'],
  psychiatry: ['family-medicine', 'clinical-pharmacology', 'emergency-medicine'],
  'addiction-medicine': ['pain-medicine', 'hepatology', 'public-health', 'family-medicine'],
  'child-adolescent-psychiatry': ['child-neurology'],
  'forensic-psychiatry': ['geriatric-psychiatry', 'addiction-medicine'],
  'geriatric-psychiatry': ['neurology', 'palliative-medicine'],
  'public-health': ['family-medicine', 'pediatrics'],
  'aerospace-hyperbaric-medicine': ['emergency-medicine', 'occupational-medicine', 'pulmonology', 'critical-care-medicine'],
  'clinical-informatics': ['clinical-pathology', 'radiology', 'internal-medicine'],
  pulmonology: ['radiology', 'rheumatology'],
  'sleep-medicine': ['neurology', 'psychiatry', 'cardiology'],
  'radiation-oncology': ['radiology', 'urology'],
  radiology: ['emergency-medicine', 'pediatrics'],
  'interventional-radiology': ['vascular-surgery', 'urology'],
  rheumatology: ['hematology'],
  urology: ['medical-oncology', 'infectious-disease'],
  'vascular-surgery': ['nephrology', 'internal-medicine'],
}

const bothWays: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, Set<string>>()
  const add = (one: string, other: string) => map.set(one, (map.get(one) ?? new Set()).add(other))
  for (const [one, others] of Object.entries(lieNextTo))
    for (const other of others) {
      add(one, other)
      add(other, one)
    }
  return new Map([...map].map(([code, others]) => [code, [...others]]))
})()

/** The specialties next to one, those a doctor would name first in front; never the specialty itself. */
export const neighboursOf = (code: string): readonly string[] => bothWays.get(code) ?? []

const adults: readonly SpecialtyCode[] = [
  'internal-medicine',
  'hospital-medicine',
  'family-medicine',
  'general-practice',
  'emergency-medicine',
]
const children: readonly SpecialtyCode[] = ['pediatrics', 'family-medicine', 'general-practice', 'emergency-medicine']
const surgical: readonly SpecialtyCode[] = [
  'general-surgery',
  'emergency-medicine',
  'family-medicine',
  'general-practice',
  'hospital-medicine',
]

const ofChildren: ReadonlySet<string> = new Set([
  ...membersOf('pediatrics'),
  'child-adolescent-psychiatry',
  'child-neurology',
  'pediatric-anesthesiology',
  'pediatric-dermatology',
  'pediatric-ophthalmology',
  'pediatric-orthopedics',
  'pediatric-surgery',
])
const ofSurgeons: ReadonlySet<string> = new Set([
  ...['general-surgery', 'orthopedic-surgery', 'cardiothoracic-surgery'].flatMap(membersOf),
  'head-neck-surgery',
  'neurosurgery',
  'oral-maxillofacial-surgery',
  'otolaryngology',
  'plastic-surgery',
  'urology',
  'vascular-surgery',
])

/** The generalists a question falls back to: those of children, of surgery or of adults, by the specialty it asks for (null: not sure). */
export const generalistsFor = (code: string | null, { child = false } = {}): readonly string[] => {
  if (child || (code !== null && ofChildren.has(code))) return children
  return code !== null && ofSurgeons.has(code) ? surgical : adults
}

/** How near a doctor's specialty is to the one asked for: 1, 0.8, 0.5, or 0 where it is none of these. */
export const nearnessOf = (asked: string, doctors: string): number => {
  if (asked === doctors) return nearness.same
  if (!findSpecialty(asked) || !findSpecialty(doctors)) return 0
  // A parent and what is in it; two of one group are neighbours, as far apart as any.
  if (groupOf(asked) === doctors || groupOf(doctors) === asked) return nearness.group
  return groupOf(asked) === groupOf(doctors) || neighboursOf(asked).includes(doctors) ? nearness.neighbour : 0
}

/** Everybody a question to a specialty may be put to before the generalists: each specialty with its nearness, nearest first. */
export const circleOf = (asked: string): readonly { readonly specialty: string; readonly nearness: number }[] => {
  const group = groupOf(asked)
  const near = [...new Set([asked, ...membersOf(asked), group, ...neighboursOf(asked), ...membersOf(group)])]
  return near
    .map((specialty) => ({ specialty, nearness: nearnessOf(asked, specialty) }))
    .filter((place) => place.nearness > 0)
    .toSorted((one, other) => other.nearness - one.nearness)
}

/** Whether a doctor of this specialty is the specialist asked for: of that specialty, or of one within it. */
export const isSpecialistFor = (asked: string, doctors: string): boolean => membersOf(asked).includes(doctors)
