import type { media as english } from './media.en.ts'

export const media: typeof english = {
  kinds: {
    photo: 'Fotografía',
    radiology: 'Radiología',
    ecg: 'ECG',
    pathology: 'Anatomía patológica',
    drawing: 'Dibujo',
    other: 'Imagen',
  },
  images: 'Imágenes',
  open: (position, of, what) => `Abrir la imagen ${position} de ${of}: ${what}`,
  position: (position, of) => `Imagen ${position} de ${of}`,
  close: 'Cerrar',
  previous: 'Imagen anterior',
  next: 'Imagen siguiente',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  realSize: 'Tamaño',
  fit: 'Ajustar',
  zoom: (factor) => `${factor}×`,
  keys: 'Teclas: + − zoom · 1 tamaño real · 0 ajustar · ← → imagen · Esc cerrar',
  notDiagnostic: (pixels) => `Una fotografía, no un archivo con calidad diagnóstica: máximo ${pixels} px, sin lugar ni hora.`,
  gettingFull: 'Cargando a tamaño completo',
  failed: 'No se pudo cargar esta imagen.',
}
