/** What a DICOM file is refused for: it is not whole, is no picture, or is compressed or described as nobody here can read. */
export type DicomReason = 'unreadable' | 'no-picture' | 'compression' | 'too-much'

/** A DICOM file is not rebuilt, and this is why. */
export class DicomRefused extends Error {
  override name = 'DicomRefused'
  readonly reason: DicomReason
  constructor(reason: DicomReason, message: string) {
    super(message)
    this.reason = reason
  }
}
