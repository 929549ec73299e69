declare module 'lz4js' {
  export function decompressBlock(src: Uint8Array, dst: Uint8Array, srcAt: number, srcLength: number, dstAt: number): number;
  export function compressBlock(src: Uint8Array, dst: Uint8Array, srcAt: number, srcLength: number, hashTable: Uint32Array): number;
}
