import type { ShownImage } from '#contract/shapes.ts'

const kinds: Record<ShownImage['kind'], string> = {
  photo: 'Photo',
  radiology: 'Radiology',
  ecg: 'ECG',
  pathology: 'Pathology',
  drawing: 'Drawing',
  other: 'Image',
}

export const media = {
  kinds,
  images: 'Images',
  open: (position: number, of: number, what: string) => `Open image ${position} of ${of}: ${what}`,
  position: (position: number, of: number) => `Image ${position} of ${of}`,
  close: 'Close',
  previous: 'Previous image',
  next: 'Next image',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  realSize: 'Size',
  fit: 'Fit',
  zoom: (factor: string) => `${factor}×`,
  keys: 'Keys: + − zoom · 1 real size · 0 fit · ← → image · Esc close',
  notDiagnostic: (pixels: string) => `A photograph, not a diagnostic-quality file: at most ${pixels} px, place and time removed.`,
  gettingFull: 'Getting full size',
  failed: 'This image could not be loaded.',
}
