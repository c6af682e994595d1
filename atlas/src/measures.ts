// Vital signs and laboratory values a case may carry with numbers, and the range drawn beside a number.

/** One measure: its code, its short and full name, its usual unit, and the adult range where one is generally agreed (null: the author gives it). */
export interface Measure {
  readonly code: string
  readonly short: { readonly en: string; readonly es: string }
  readonly name: { readonly en: string; readonly es: string }
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
}

export const vitals = [
  {
    code: 'spo2',
    short: { en: 'SpO₂', es: 'SpO₂' },
    name: { en: 'Oxygen saturation', es: 'Saturación de oxígeno' },
    unit: '%',
    low: 94,
    high: null,
  },
  {
    code: 'heart-rate',
    short: { en: 'HR', es: 'FC' },
    name: { en: 'Heart rate', es: 'Frecuencia cardíaca' },
    unit: '/min',
    low: 50,
    high: 100,
  },
  {
    code: 'respiratory-rate',
    short: { en: 'RR', es: 'FR' },
    name: { en: 'Respiratory rate', es: 'Frecuencia respiratoria' },
    unit: '/min',
    low: 10,
    high: 20,
  },
  {
    code: 'systolic',
    short: { en: 'Systolic', es: 'TAS' },
    name: { en: 'Systolic blood pressure', es: 'Tensión arterial sistólica' },
    unit: 'mmHg',
    low: 90,
    high: 140,
  },
  {
    code: 'diastolic',
    short: { en: 'Diastolic', es: 'TAD' },
    name: { en: 'Diastolic blood pressure', es: 'Tensión arterial diastólica' },
    unit: 'mmHg',
    low: 60,
    high: 90,
  },
  {
    code: 'temperature',
    short: { en: 'Temp', es: 'T.ª' },
    name: { en: 'Temperature', es: 'Temperatura' },
    unit: '°C',
    low: 36,
    high: 37.8,
  },
  {
    code: 'glucose',
    short: { en: 'Glucose', es: 'Glucosa' },
    name: { en: 'Capillary glucose', es: 'Glucemia capilar' },
    unit: 'mmol/L',
    low: 4,
    high: 7.8,
  },
  { code: 'weight', short: { en: 'Weight', es: 'Peso' }, name: { en: 'Weight', es: 'Peso' }, unit: 'kg', low: null, high: null },
  {
    code: 'gcs',
    short: { en: 'GCS', es: 'Glasgow' },
    name: { en: 'Glasgow coma scale', es: 'Escala de Glasgow' },
    unit: '/15',
    low: 15,
    high: null,
  },
] as const satisfies readonly Measure[]

export type VitalCode = (typeof vitals)[number]['code']
