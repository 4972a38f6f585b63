/** Where anchors are kept: outside the database, best where who can write to the database can only add. */
export interface AnchorSink {
  /** The file or the prefix, for people. */
  readonly place: string;
  /** Keeps a line for good: when it resolves, the line is on disk or in the store. */
  append(line: string): Promise<void>;
  /** All lines, oldest first; none when nothing was kept yet. */
  lines(): AsyncIterable<string>;
}
