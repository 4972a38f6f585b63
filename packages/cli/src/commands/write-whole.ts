import { OutputFiles } from "@touchstone/formats";

/**
 * Writes a file whole or not at all: under a temporary name beside the target, then renamed. What was there before stays
 * when something fails.
 *
 * @throws FormatError TS_OUTPUT_UNWRITABLE.
 */
export function writeWhole(path: string, content: string): void {
  const files = new OutputFiles(path);
  try {
    files.write("", content);
    files.commit();
  } finally {
    files.discard();
  }
}
