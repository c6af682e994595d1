// National numbers carry check signs; one that agrees is no measurement.

const control = 'TRWAGMYFPDXBNJZSQVHLCKE'
/** Spain: DNI and NIE. */
export const isDni = (text: string): boolean => {
  const [, letter = '', digits = '', check = ''] = /^([XYZ]?)[ .-]?(\d[\d. ]*)[ -]?([A-Z])$/i.exec(text) ?? []
  const bare = digits.replace(/\D/g, '')
  if (check === '' || bare.length !== (letter === '' ? 8 : 7)) return false
  const number = Number(`${letter === '' ? '' : 'XYZ'.indexOf(letter.toUpperCase())}${bare}`)
  return control[number % 23] === check.toUpperCase()
}

/** Britain: the NHS number, ten digits modulo eleven. */
export const isNhsNumber = (text: string): boolean => {
  const digits = text.replace(/\D/g, '')
  if (digits.length !== 10) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

/** Cards, NPI, South Africa and Canada: the last digit after Luhn. */
export const isLuhn = (text: string): boolean => {
  const digits = [...text.replace(/\D/g, '')].map(Number).reverse()
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 1 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0)
  return digits.length > 8 && sum % 10 === 0
}

/** Bank accounts: modulo 97. */
export const isIban = (text: string): boolean => {
  const bare = text.replace(/[ -]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(bare)) return false
  const figures = [...(bare.slice(4) + bare.slice(0, 4))].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('')
  return BigInt(figures) % 97n === 1n
}

const curpSigns = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'
/** Mexico: CURP with its check digit. */
export const isCurp = (text: string): boolean => {
  if (!/^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/i.test(text)) return false
  const sum = [...text.toUpperCase().slice(0, 17)].reduce((total, sign, index) => total + curpSigns.indexOf(sign) * (18 - index), 0)
  return (10 - (sum % 10)) % 10 === Number(text[17])
}
