// What a stranger does with a proof: nothing here is shared with the server. RFC 6962 hashing, as docs/reference says.

import { createHash } from 'node:crypto'

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const leaf_prefix = Buffer.from([0])
const node_prefix = Buffer.from([1])

/// SHA-256 of the hash before and the event's bytes, in hex.
export const event_hash = ({ previous_hash, bytes }) => sha256(Buffer.from(previous_hash, 'hex'), bytes).toString('hex')

/// The root that the audit path leads to (RFC 9162, 2.1.3.2), in hex; undefined when the path does not fit.
export function root_of({ hash, leaf, size, hashes }) {
  let index = leaf
  let last = size - 1
  let root = sha256(leaf_prefix, Buffer.from(hash, 'hex'))
  if (index > last) return undefined
  for (const text of hashes) {
    const other = Buffer.from(text, 'hex')
    if (last === 0) return undefined
    if (index % 2 === 1 || index === last) {
      root = sha256(node_prefix, other, root)
      while (index % 2 === 0 && index !== 0) [index, last] = [index >> 1, last >> 1]
    } else {
      root = sha256(node_prefix, root, other)
    }
    ;[index, last] = [index >> 1, last >> 1]
  }
  return last === 0 ? root.toString('hex') : undefined
}
