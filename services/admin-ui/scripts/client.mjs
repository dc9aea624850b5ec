/**
 * Writes the types of the admin API from its OpenAPI description: JSON on standard input, TypeScript
 * on standard output. `just client` runs it; a test holds the result against the file.
 *
 * Left out is what the app reads nowhere: examples, headers, and the refusals, which are all one
 * `Problem`.
 */
import openapiTS, { astToString } from 'openapi-typescript'

const HEADER =
  '// Made by `just client` from the OpenAPI description of admin-api. Do not edit.\n\n'

const description = JSON.parse(await read(process.stdin))
for (const path of Object.values(description.paths)) {
  for (const operation of Object.values(path)) {
    if (!operation.responses) continue
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!status.startsWith('2')) delete operation.responses[status]
      else delete response.headers
    }
  }
}
process.stdout.write(
  HEADER +
    astToString(await openapiTS(withoutExamples(description), { defaultNonNullable: false })),
)

async function read(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Fields called `example` in schemas stay: only OpenAPI's own keys are objects' neighbours there. */
function withoutExamples(value, inProperties = false) {
  if (Array.isArray(value)) return value.map((one) => withoutExamples(one))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => inProperties || (key !== 'example' && key !== 'examples'))
      .map(([key, one]) => [key, withoutExamples(one, key === 'properties')]),
  )
}
