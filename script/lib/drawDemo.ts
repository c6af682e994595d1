// Makes the pixels of the demo's drawings: demo/images/*.svg -> *.webp. Run after a drawing has changed.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '../../demo/images')

for (const file of (await readdir(folder)).filter((name) => name.endsWith('.svg')))
  await writeFile(join(folder, file.replace(/\.svg$/, '.webp')), await sharp(join(folder, file)).webp({ quality: 86 }).toBuffer())
