/** Text that is appended to a {@link ByteBuffer} again and again, cut into words of four bytes beforehand. */
export class ConstantText {
  /** In bytes. */
  readonly length: number;
  /** Little-endian; behind the text the last one has zeros. */
  readonly words: Int32Array;

  constructor(text: string) {
    const bytes = Buffer.from(text);
    this.length = bytes.length;
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    this.words = Int32Array.from({ length: padded.length / 4 }, (_, word) => padded.readInt32LE(word * 4));
  }
}
