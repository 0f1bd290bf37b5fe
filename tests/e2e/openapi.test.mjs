// The contract itself, before any server: it is complete, closed, and its examples are true.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Contract } from './support/contract.mjs'

const contract = new Contract()
const { api } = contract

function* walk(value, place = '') {
  if (value === null || typeof value !== 'object') return
  yield [place, value]
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${place}/${key}`)
}
const schemas = () => [...walk(api.components.schemas)]

test('every reference leads somewhere and every component is used', () => {
  const used = new Set()
  for (const [place, value] of walk(api)) {
    if (typeof value.$ref !== 'string') continue
    used.add(value.$ref)
    const target = value.$ref.slice(2).split('/').reduce((at, key) => at?.[key], api)
    assert.notEqual(target, undefined, `${place}: ${value.$ref}`)
  }
  for (const kind of ['parameters', 'headers', 'responses', 'schemas', 'examples']) {
    for (const name of Object.keys(api.components[kind])) {
      assert.ok(used.has(`#/components/${kind}/${name}`), `components/${kind}/${name} is not used`)
    }
  }
})

test('every object names all its members', () => {
  for (const [place, schema] of schemas()) {
    if (schema.type !== 'object') continue
    assert.equal(schema.additionalProperties, false, place)
    for (const name of schema.required ?? []) assert.ok(schema.properties?.[name], `${place} requires ${name}`)
  }
})

test('names are snake_case and words in closed lists are English words', () => {
  for (const [place, schema] of schemas()) {
    for (const name of Object.keys(schema.properties ?? {})) assert.match(name, /^[a-z][a-z0-9_]*$/, place)
  }
  const names = [...contract.operations.keys()]
  for (const name of names) assert.match(name, /^[a-z][a-z_]*$/)
  assert.equal(new Set(names).size, names.length)
})

test('every operation says who may not and what happens when the server cannot', () => {
  for (const { name, method, definition } of contract.operations.values()) {
    const answers = definition.responses
    assert.ok(answers['503'], `${name} has no 503`)
    const is_public = definition.security?.length === 0
    if (is_public) continue
    assert.ok(answers['401'], `${name} has no 401`)
    const needs_token = (definition.security ?? api.security).some((each) => 'csrf_token' in each)
    assert.equal(needs_token, method !== 'GET', `${name}: the CSRF token is for unsafe methods`)
  }
})

test('whatever needs If-Match can answer 412 and 428, and the other way round', () => {
  for (const { name, parameters, definition } of contract.operations.values()) {
    const needs = parameters.some((each) => each.name === 'If-Match')
    const in_body = definition['x-precondition'] === 'body' // the rows name the revisions that were seen
    assert.equal('412' in definition.responses, needs || in_body, name)
    assert.equal('428' in definition.responses, needs, name)
  }
})

test('path parameters are the ones the path names', () => {
  for (const { name, path, parameters } of contract.operations.values()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((each) => each[1]).sort()
    const declared = parameters.filter((each) => each.in === 'path').map((each) => each.name).sort()
    assert.deepEqual(declared, named, name)
  }
})

test('examples are valid', () => {
  const check = (place, schema, value) => assert.deepEqual(contract.schema_errors(schema, value), [], place)
  const check_content = (place, content) => {
    for (const { schema, example, examples } of Object.values(content ?? {})) {
      if (example !== undefined) check(place, schema, example)
      for (const each of Object.values(examples ?? {})) check(place, schema, contract.resolve(each).value)
    }
  }
  for (const { name, definition } of contract.operations.values()) check_content(name, definition.requestBody?.content)
  for (const [name, response] of Object.entries(api.components.responses)) check_content(name, response.content)
})

test('the judge refuses what the file does not allow', () => {
  const json = new Headers({ 'content-type': 'application/json' })
  const healthy = { status: 'ok', version: '0.1.0' }
  contract.check_answer('check_health', 200, json, healthy)
  assert.throws(() => contract.check_answer('check_health', 200, json, { ...healthy, extra: 1 }))
  assert.throws(() => contract.check_answer('check_health', 200, json, { status: 'ok' }))
  assert.throws(() => contract.check_answer('check_health', 200, new Headers({ 'content-type': 'text/html' }), ''))
  assert.throws(() => contract.check_answer('check_health', 404, json, healthy))
  assert.throws(() => contract.check_answer('show_case', 200, json, api.components.examples.case_view.value))
})
