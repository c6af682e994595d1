/** What a degree in the words of the Registro Nacional de Profesionistas makes of its bearer. */
export type DegreeVerdict = 'physician' | 'other' | 'unclear'

const physician = /medic[oa] cirujan|medicina( general)?\b|medico general|medico militar|cirujano general/
const otherProfession = /dentista|veterinari|homeopata|enfermer|fisioterap|nutri|psicolog|optometr/

/** Reads a degree: a nurse, a dentist and a psychologist have a cédula too. What both lists know, or neither, is for a person. */
export const readDegree = (degree: string): DegreeVerdict => {
  const plain = degree.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const [isPhysician, isOther] = [physician.test(plain), otherProfession.test(plain)]
  return isPhysician === isOther ? 'unclear' : isPhysician ? 'physician' : 'other'
}
