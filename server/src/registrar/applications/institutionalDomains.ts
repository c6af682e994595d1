import type { CountryCode } from '#atlas/countries.ts'

/**
 * Domains whose mailboxes a health service or a medical body gives to its staff, by country. Nurses and clerks have them, too:
 * such a mailbox is a weak tie to the register, and never enough alone.
 */
export const institutionalDomains: Readonly<Record<CountryCode, readonly string[]>> = {
  AU: ['health.gov.au', 'health.nsw.gov.au', 'health.qld.gov.au', 'health.wa.gov.au', 'sa.gov.au', 'svha.org.au'],
  CA: ['ahs.ca', 'uhn.ca', 'sinaihealth.ca', 'ottawahospital.on.ca', 'fraserhealth.ca', 'vch.ca', 'nshealth.ca', 'chumontreal.qc.ca'],
  ES: [
    'salud.madrid.org',
    'gencat.cat',
    'juntadeandalucia.es',
    'osakidetza.eus',
    'sergas.es',
    'comb.cat',
    'icomem.es',
    'saludcastillayleon.es',
  ],
  GB: ['nhs.uk', 'nhs.net', 'nhs.scot', 'wales.nhs.uk', 'hscni.net'],
  IE: ['hse.ie', 'healthmail.ie', 'svuh.ie', 'stjames.ie', 'mater.ie', 'beaumont.ie', 'tuh.ie'],
  MX: ['imss.gob.mx', 'issste.gob.mx', 'salud.gob.mx', 'incmnsz.mx', 'himfg.edu.mx', 'cardiologia.org.mx'],
  NZ: ['health.govt.nz', 'tewhatuora.govt.nz', 'waitematadhb.govt.nz', 'cdhb.health.nz', 'adhb.govt.nz'],
  US: ['va.gov', 'mayo.edu', 'jhmi.edu', 'mgh.harvard.edu', 'bwh.harvard.edu', 'kp.org', 'ccf.org', 'ihs.gov'],
  ZA: ['westerncape.gov.za', 'gauteng.gov.za', 'kznhealth.gov.za', 'health.gov.za', 'wits.ac.za', 'uct.ac.za'],
}
