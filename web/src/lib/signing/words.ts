import { m } from '$lib/paraglide/messages.js';
import type { Signature, SignerKind } from './api';

export const signerKinds: SignerKind[] = ['pkcs12', 'pkcs11', 'bsre_v1', 'bsre_v2', 'wet_ink'];

export function signerWord(kind: SignerKind): string {
  const words = {
    pkcs12: m.signer_pkcs12(),
    pkcs11: m.signer_pkcs11(),
    bsre_v1: m.signer_bsre({ n: 1 }),
    bsre_v2: m.signer_bsre({ n: 2 }),
    wet_ink: m.signer_wet_ink(),
  };
  return words[kind];
}

export function keyLabel(kind: SignerKind): string {
  if (kind === 'pkcs12') return m.signer_key_file();
  return kind === 'pkcs11' ? m.signer_key_address() : m.signer_key_nik();
}

/** Who vouches for the key: the name out of "Pejabat Kadis, CN=Otoritas ...,O=...,C=ID". */
export function issuerWords({ certificate }: Signature): string {
  const issuer = /\bCN=((?:\\.|[^,+\\])+)/.exec(certificate ?? '')?.[1]?.replace(/\\(.)/g, '$1');
  return issuer ? m.signed_issuer({ name: issuer }) : (certificate ?? '');
}

/** "PAdES B-T"; nothing for ink. */
export const levelWord = (signature: Signature) => (signature.level ? `PAdES ${signature.level.toUpperCase().replace('_', '-')}` : '');
