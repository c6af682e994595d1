// A process of its own that reads text in images: it may be slow, large or break without harm to anybody else, and no word leaves it.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, PSM } from 'tesseract.js'
import { boxesOf, passesOf, type Word } from './burnedIn.rules.ts'

export interface Asked {
  readonly image: Buffer
}

export interface Answered {
  readonly boxes?: ReturnType<typeof boxesOf>
  readonly error?: string
}

const most = Number(process.argv[2]) * 1_000_000
setInterval(() => {
  if (process.memoryUsage.rss() > most) process.exit(9)
}, 100).unref()

sharp.concurrency(1)
sharp.cache(false)

// English letters and figures are all that places need: the second language finds no box more and takes as long again.
const letters = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')
const reader = await createWorker('eng', OEM.LSTM_ONLY, { langPath: letters, cacheMethod: 'none' })
await reader.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '150' })

const wordsOf = async (image: Buffer): Promise<{ words: Word[]; width: number; height: number }> => {
  const { width, height } = await sharp(image).metadata()
  const words: Word[] = []
  for (const { scale, threshold } of passesOf({ width, height })) {
    const grey = sharp(image)
      .greyscale()
      .resize({ width: Math.round(width * scale), kernel: 'cubic' })
    const seen = await (threshold === null ? grey : grey.threshold(threshold)).png({ compressionLevel: 1 }).toBuffer()
    const method = { thresholding_method: threshold === null ? '1' : '0' } as Parameters<typeof reader.recognize>[1]
    const { data } = await reader.recognize(seen, method, { blocks: true, text: false })
    for (const block of data.blocks ?? [])
      for (const { lines } of block.paragraphs)
        for (const line of lines)
          for (const { text, confidence, bbox } of line.words)
            words.push({
              text,
              confidence,
              x: bbox.x0 / scale,
              y: bbox.y0 / scale,
              width: (bbox.x1 - bbox.x0) / scale,
              height: (bbox.y1 - bbox.y0) / scale,
            })
  }
  return { words, width, height }
}

process.on('message', ({ image }: Asked) => {
  wordsOf(Buffer.from(image)).then(
    ({ words, ...size }) => process.send?.({ boxes: boxesOf(words, size) } satisfies Answered),
    (error: unknown) => process.send?.({ error: String(error) } satisfies Answered),
  )
})
process.on('disconnect', () => process.exit())
