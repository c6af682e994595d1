/** Whether a file says it is DICOM. */
export const isDicom = (bytes: Buffer): boolean => bytes.toString('latin1', 128, 132) === 'DICM'
