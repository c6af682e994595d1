// The nine countries whose registers Consilium knows, as data. A tenth is one more row.

export type Region = 'americas' | 'europe' | 'oceania' | 'africa'

/** One licence scheme: what a doctor of that country types, and how a typing error is caught. */
export interface LicenceScheme {
  readonly code: string
  /** What the number is called where it is issued. */
  readonly label: { readonly en: string; readonly es: string }
  /** Who keeps the register. */
  readonly register: { readonly en: string; readonly es: string }
  /** Where a reviewer looks the number up by hand. */
  readonly deepLink: string
  readonly example: string
  /** The format, after `normalise`; advisory: it catches typing errors and is never proof. */
  readonly format: RegExp
  /** Prefixes a doctor may type that are not part of the number. */
  readonly drop: RegExp | null
  readonly check: 'npi-luhn' | 'luhn' | null
  /** How many digits or characters are expected, in words for the field's hint. */
  readonly hint: { readonly en: string; readonly es: string }
}

export interface Country {
  readonly code: string
  readonly en: string
  readonly es: string
  readonly region: Region
  readonly languages: readonly ('en' | 'es')[]
  readonly emergency: string
  readonly scheme: LicenceScheme
}

export const countries = [
  {
    code: 'AU',
    en: 'Australia',
    es: 'Australia',
    region: 'oceania',
    languages: ['en'],
    emergency: '000',
    scheme: {
      code: 'au-ahpra-med',
      label: { en: 'Ahpra registration number', es: 'Número de registro Ahpra' },
      register: { en: 'Ahpra, Medical Board of Australia', es: 'Ahpra, Consejo Médico de Australia' },
      deepLink: 'https://www.ahpra.gov.au/Registration/Registers-of-Practitioners.aspx',
      example: 'MED0000932846',
      format: /^MED\d{10}$/,
      drop: null,
      check: null,
      hint: { en: 'MED and 10 digits', es: 'MED y 10 cifras' },
    },
  },
  {
    code: 'CA',
    en: 'Canada',
    es: 'Canadá',
    region: 'americas',
    languages: ['en'],
    emergency: '911',
    scheme: {
      code: 'ca-college',
      label: { en: 'College registration number', es: 'Número del colegio provincial' },
      register: { en: 'your provincial or territorial college', es: 'su colegio provincial o territorial' },
      deepLink: 'https://register.cpso.on.ca/',
      example: '123456',
      format: /^(\d{5,6}|CAMD\d{8})$/,
      drop: /^CPSO/,
      check: null,
      hint: { en: '5 or 6 digits, or a MINC', es: '5 o 6 cifras, o un MINC' },
    },
  },
  {
    code: 'ES',
    en: 'Spain',
    es: 'España',
    region: 'europe',
    languages: ['es'],
    emergency: '112',
    scheme: {
      code: 'es-colegiado',
      label: { en: 'Medical college number', es: 'Número de colegiado' },
      register: { en: 'Consejo General de Colegios Oficiales de Médicos', es: 'Consejo General de Colegios Oficiales de Médicos' },
      deepLink: 'https://www.cgcom.es/consulta-publica-colegiados',
      example: '282812345',
      format: /^(0[1-9]|[1-4]\d|5[0-2])(0[1-9]|[1-4]\d|5[0-2])\d{5}$/,
      drop: null,
      check: null,
      hint: { en: '9 digits, the first two are the province', es: '9 cifras; las dos primeras son la provincia' },
    },
  },
  {
    code: 'GB',
    en: 'United Kingdom',
    es: 'Reino Unido',
    region: 'europe',
    languages: ['en'],
    emergency: '999',
    scheme: {
      code: 'uk-gmc',
      label: { en: 'GMC reference number', es: 'Número de referencia del GMC' },
      register: { en: 'General Medical Council', es: 'General Medical Council' },
      deepLink: 'https://www.gmc-uk.org/registrants',
      example: '7012345',
      format: /^\d{7}$/,
      drop: /^(GMC|C(?=\d{7}$))/,
      check: null,
      hint: { en: '7 digits', es: '7 cifras' },
    },
  },
  {
    code: 'IE',
    en: 'Ireland',
    es: 'Irlanda',
    region: 'europe',
    languages: ['en'],
    emergency: '112',
    scheme: {
      code: 'ie-imc',
      label: { en: 'Medical Council number', es: 'Número del Medical Council' },
      register: { en: 'Irish Medical Council', es: 'Medical Council de Irlanda' },
      deepLink: 'https://www.medicalcouncil.ie/public-information/check-the-register/',
      example: '412345',
      format: /^\d{5,6}$/,
      drop: /^(IMC|MCRN)/,
      check: null,
      hint: { en: '5 or 6 digits', es: '5 o 6 cifras' },
    },
  },
  {
    code: 'MX',
    en: 'Mexico',
    es: 'México',
    region: 'americas',
    languages: ['es'],
    emergency: '911',
    scheme: {
      code: 'mx-cedula',
      label: { en: 'Professional licence (cédula)', es: 'Cédula profesional' },
      register: { en: 'Registro Nacional de Profesionistas', es: 'Registro Nacional de Profesionistas' },
      deepLink: 'https://www.cedulaprofesional.sep.gob.mx/',
      example: '12345678',
      format: /^\d{7,8}$/,
      drop: null,
      check: null,
      hint: { en: '7 or 8 digits', es: '7 u 8 cifras' },
    },
  },
  {
    code: 'NZ',
    en: 'New Zealand',
    es: 'Nueva Zelanda',
    region: 'oceania',
    languages: ['en'],
    emergency: '111',
    scheme: {
      code: 'nz-mcnz',
      label: { en: 'MCNZ registration number', es: 'Número de registro MCNZ' },
      register: { en: 'Medical Council of New Zealand', es: 'Consejo Médico de Nueva Zelanda' },
      deepLink: 'https://www.mcnz.org.nz/registration/register-of-doctors/',
      example: '99536',
      format: /^\d{4,6}$/,
      drop: /^MCNZ/,
      check: null,
      hint: { en: '4 to 6 digits', es: 'de 4 a 6 cifras' },
    },
  },
  {
    code: 'US',
    en: 'United States',
    es: 'Estados Unidos',
    region: 'americas',
    languages: ['en', 'es'],
    emergency: '911',
    scheme: {
      code: 'us-npi',
      label: { en: 'NPI', es: 'NPI' },
      register: { en: 'National Plan and Provider Enumeration System', es: 'National Plan and Provider Enumeration System' },
      deepLink: 'https://npiregistry.cms.hhs.gov/',
      example: '1234567893',
      format: /^[12]\d{9}$/,
      drop: /^NPI/,
      check: 'npi-luhn',
      hint: { en: '10 digits, the last one is a check digit', es: '10 cifras; la última es de control' },
    },
  },
  {
    code: 'ZA',
    en: 'South Africa',
    es: 'Sudáfrica',
    region: 'africa',
    languages: ['en'],
    emergency: '112',
    scheme: {
      code: 'za-hpcsa-mp',
      label: { en: 'HPCSA registration number', es: 'Número de registro HPCSA' },
      register: { en: 'Health Professions Council of South Africa', es: 'Consejo de Profesiones Sanitarias de Sudáfrica' },
      deepLink: 'https://hpcsaonline.custhelp.com/app/i_reg_form',
      example: 'MP0123456',
      format: /^MP\d{7}$/,
      drop: null,
      check: null,
      hint: { en: 'MP and 7 digits', es: 'MP y 7 cifras' },
    },
  },
] as const satisfies readonly Country[]

export type CountryCode = (typeof countries)[number]['code']

const byCode: ReadonlyMap<string, Country> = new Map(countries.map((c) => [c.code, c]))

/** The country with this ISO 3166 code, or undefined when Consilium has no register for it. */
export const findCountry = (code: string): Country | undefined => byCode.get(code)

export const regions = [
  { code: 'africa', en: 'Africa', es: 'África' },
  { code: 'americas', en: 'Americas', es: 'América' },
  { code: 'europe', en: 'Europe', es: 'Europa' },
  { code: 'oceania', en: 'Oceania', es: 'Oceanía' },
] as const satisfies readonly { code: Region; en: string; es: string }[]
