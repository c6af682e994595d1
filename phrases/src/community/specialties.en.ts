export const specialties = {
  usedLately: 'used lately',
}
