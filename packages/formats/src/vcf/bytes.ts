/** Byte values that the VCF grammar gives a meaning to. */
export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const HASH = 0x23;
export const COMMA = 0x2c;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const EQUALS = 0x3d;
export const PIPE = 0x7c;

/** The same memory as a Buffer, so that the scanners meet one class only and can use its memchr. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 256-entry table that is 1 for each byte of `characters`. */
export function byteTable(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
  return table;
}

/** 1 for the IUPAC nucleotide letters in either case, which REF and base-sequence ALT alleles are made of. */
export const IS_BASE: Uint8Array = byteTable("ACGTURYSWKMBDHVNacgturyswkmbdhvn");
