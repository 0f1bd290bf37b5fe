// One person's browser, without the browser: signs in, sends requests by operation name, keeps cookie and CSRF token,
// and lets the contract judge every answer.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'

export class Client {
  constructor(url, contract, label = 'nobody') {
    this.url = url.replace(/\/$/, '')
    this.contract = contract
    this.label = label
    this.cookie = undefined
    this.csrf = undefined
  }

  async sign_in(username, password) {
    const answer = await this.call('open_session', { body: { username, password } })
    assert.equal(answer.status, 201, `${username} could not sign in: ${JSON.stringify(answer.body)}`)
    this.cookie = answer.headers.getSetCookie()[0].split(';')[0]
    this.me = answer.body
    this.csrf = answer.body.csrf_token
    this.password = password
    return this
  }

  /// Sends one request. `path` and `query` hold parameters, `body` JSON, `raw` other bytes with `type`.
  async call(name, { path = {}, query = {}, body, raw, type, if_match, key, headers = {}, csrf = true } = {}) {
    const operation = this.contract.operation(name)
    const sent = this.headers_of(operation, { if_match, key, headers, csrf })
    if (body !== undefined) sent.set('content-type', 'application/json')
    if (type) sent.set('content-type', type)
    const response = await fetch(this.address_of(operation, path, query), {
      method: operation.method,
      headers: sent,
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      signal: AbortSignal.timeout(30000),
    })
    const read = await this.read(response)
    this.contract.check_answer(name, response.status, response.headers, read)
    return { status: response.status, headers: response.headers, body: read, etag: response.headers.get('etag') }
  }

  /// As `call`, and fails unless the answer has this status.
  async expect(status, name, options) {
    const answer = await this.call(name, options)
    const body = JSON.stringify(answer.body)?.slice(0, 1500)
    assert.equal(answer.status, status, `${this.label}: ${name} answered ${answer.status} instead of ${status}: ${body}`)
    return answer
  }

  /// Every item of a list, page by page.
  async list(name, options = {}) {
    const items = []
    let after
    do {
      const query = { ...options.query, ...(after ? { after } : {}) }
      const { body } = await this.expect(200, name, { ...options, query })
      items.push(...body.items)
      after = body.next
    } while (after)
    return items
  }

  /// Listens to the server's news; what comes back waits until `event` is told.
  async listen(event) {
    const operation = this.contract.operation('watch_inbox')
    const headers = this.headers_of(operation, { headers: { accept: 'text/event-stream' } })
    const response = await fetch(this.address_of(operation, {}, {}), { headers, signal: AbortSignal.timeout(30000) })
    assert.equal(response.status, 200)
    return async () => {
      let heard = ''
      for await (const words of response.body.pipeThrough(new TextDecoderStream())) {
        heard += words
        if (heard.includes(`event: ${event}\n`)) return
      }
      assert.fail(`${this.label} was not told of ${event}`)
    }
  }

  headers_of(operation, { if_match, key, headers, csrf }) {
    const sent = new Headers({ accept: 'application/json', 'accept-language': 'id', ...headers })
    if (this.cookie) sent.set('cookie', this.cookie)
    if (this.csrf && csrf && operation.method !== 'GET') sent.set('x-csrf-token', this.csrf)
    if (if_match !== undefined) sent.set('if-match', if_match)
    const takes_key = operation.parameters.some((each) => each.name === 'Idempotency-Key')
    if (takes_key && key !== null) sent.set('idempotency-key', key ?? randomUUID())
    return sent
  }

  address_of(operation, path, query) {
    const filled = operation.path.replace(/\{(\w+)\}/g, (_, name) => {
      assert.ok(name in path, `${operation.name} needs the path parameter ${name}`)
      return encodeURIComponent(path[name])
    })
    const search = new URLSearchParams(query).toString()
    return this.url + filled + (search ? `?${search}` : '')
  }

  async read(response) {
    const type = response.headers.get('content-type') ?? ''
    if (type.includes('event-stream')) {
      await response.body.cancel()
      return undefined
    }
    if (/[/+]json/.test(type)) return response.json()
    const bytes = Buffer.from(await response.arrayBuffer())
    return bytes.length > 0 ? bytes : undefined
  }
}

/// ETag of a revision or version that a body states.
export const tag = (number) => `"${number}"`
