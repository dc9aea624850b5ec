/**
 * Writes `.br` and `.gz` beside each text of the built app, once and as small as can be: admin-api
 * answers with them as they are. What hardly gets smaller is left alone.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const DIST = new URL('../dist', import.meta.url).pathname
const TEXT = /\.(js|css|html|svg|json|txt|webmanifest)$/
const WORTH_WHILE = 0.9

for (const name of readdirSync(DIST, { recursive: true })) {
  if (!TEXT.test(name)) continue
  const file = join(DIST, name)
  const content = readFileSync(file)
  const variants = {
    br: brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    gz: gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
  }
  for (const [suffix, compressed] of Object.entries(variants)) {
    if (compressed.length < content.length * WORTH_WHILE) {
      writeFileSync(`${file}.${suffix}`, compressed)
    }
  }
}
