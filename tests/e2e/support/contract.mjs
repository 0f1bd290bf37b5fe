// api/openapi.yaml as a judge: finds an operation by its name, and says whether an answer is one the file allows.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const file = new URL('../../../api/openapi.yaml', import.meta.url)
// What every route may answer before it is even asked, as the file's opening says.
const universal = new Set(['400', '405', '408', '414', '431'])
const methods = ['get', 'put', 'post', 'delete', 'patch']

export class Contract {
  constructor(text = readFileSync(file, 'utf8')) {
    this.api = parse(text)
    this.ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(this.ajv)
    this.ajv.addSchema(this.api, 'api')
    this.validators = new Map()
    this.operations = new Map()
    this.seen = new Set() // `operation status` pairs that an answer was checked against
    for (const [path, item] of Object.entries(this.api.paths)) {
      for (const method of methods.filter((each) => each in item)) this.add(path, method, item)
    }
  }

  add(path, method, item) {
    const definition = item[method]
    const server = (item.servers ?? this.api.servers)[0].url.replace(/\/$/, '')
    const parameters = [...(item.parameters ?? []), ...(definition.parameters ?? [])].map((each) => this.resolve(each))
    const name = definition.operationId
    this.operations.set(name, { name, method: method.toUpperCase(), path: server + path, parameters, definition })
  }

  operation(name) {
    const found = this.operations.get(name)
    assert.ok(found, `api/openapi.yaml has no operation ${name}`)
    return found
  }

  /// `METHOD /path` of every operation, sorted.
  routes() {
    return [...this.operations.values()].map((each) => `${each.method} ${each.path.replace(/\{(\w+)\}/g, ':$1')} ${each.name}`).sort()
  }

  resolve(value) {
    while (value?.$ref) value = value.$ref.slice(2).split('/').reduce((at, key) => at[key], this.api)
    return value
  }

  schema_errors(schema, value) {
    const key = schema.$ref ?? JSON.stringify(schema)
    if (!this.validators.has(key)) {
      const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"api#/'))
      this.validators.set(key, this.ajv.compile(absolute))
    }
    const validate = this.validators.get(key)
    if (validate(value)) return []
    return validate.errors.map((each) => `${each.instancePath || '/'} ${each.message} ${JSON.stringify(each.params)}`)
  }

  /// Fails unless the file allows this answer: status, headers, media type and every member of the body.
  check_answer(name, status, headers, body) {
    const { definition } = this.operation(name)
    const where = `${name} answered ${status}`
    const declared = definition.responses[String(status)]
    if (!declared) {
      assert.ok(universal.has(String(status)), `${where}, which the file does not know: ${JSON.stringify(body)}`)
      return this.check_body(where, { $ref: '#/components/schemas/Problem' }, body)
    }
    const response = this.resolve(declared)
    this.check_headers(where, response, headers)
    this.check_content(where, response, headers, body)
    this.seen.add(`${name} ${status}`)
  }

  check_headers(where, response, headers) {
    for (const [header, reference] of Object.entries(response.headers ?? {})) {
      const definition = this.resolve(reference)
      const value = headers.get(header)
      if (value === null) {
        assert.ok(!definition.required, `${where} without the header ${header}`)
        continue
      }
      const typed = definition.schema.type === 'integer' ? Number(value) : value
      assert.deepEqual(this.schema_errors(definition.schema, typed), [], `${where}: header ${header}: ${value}`)
    }
  }

  check_content(where, response, headers, body) {
    const type = (headers.get('content-type') ?? '').split(';')[0].trim()
    if (!response.content) {
      return assert.ok(body === undefined || body === '', `${where} with a body: ${JSON.stringify(body)}`)
    }
    const content = response.content[type] ?? response.content['*/*']
    assert.ok(content, `${where} as "${type}"; the file says ${Object.keys(response.content)}`)
    if (type.endsWith('json')) this.check_body(where, content.schema, body)
  }

  check_body(where, schema, body) {
    const errors = this.schema_errors(schema, body)
    assert.deepEqual(errors, [], `${where} with a body the file does not allow: ${JSON.stringify(body)?.slice(0, 2000)}`)
  }
}
