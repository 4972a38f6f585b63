/** What {@link TextFile} needs from a way of packing text; positions are virtual ones. */
export interface TextSource {
  read(from: number, to: number): Buffer;
  firstLineAfter(fileOffset: number): number;
  firstBlockAfter(fileOffset: number): number;
  lineAt(position: number): Buffer;
  lineAfter(position: number): number;
  fileOffsetOf(position: number): number;
  lastPositionInBlock(position: number): number;
  canonical(position: number): number;
  isPlace(position: number): boolean;
}

export const NEWLINE = 10;
