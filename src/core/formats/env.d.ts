// The only platform this room knows: text encodings. Everything else comes in as an argument.
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, room: Uint8Array): { readonly read: number; readonly written: number };
}
declare class TextDecoder {
  constructor(label?: 'utf-8' | 'shift_jis', options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
/** Of ES2026; engines have it since Chromium 140, Firefox 133 and Safari 18.2, Node since 25. */
interface Base64Spelling {
  readonly alphabet: 'base64' | 'base64url';
  readonly omitPadding: boolean;
}
interface Uint8Array {
  toBase64?(spelling: Base64Spelling): string;
}
interface Uint8ArrayConstructor {
  fromBase64?(text: string, spelling: Base64Spelling): Uint8Array<ArrayBuffer>;
}
