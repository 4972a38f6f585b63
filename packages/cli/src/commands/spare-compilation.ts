import { statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

/** Below this size of the compared files, as they are on disk, V8's last compiler costs more than its code saves. */
const WORTH_COMPILING_BYTES = 24_000_000;

/**
 * Keeps V8 from its last and slowest compiler when the files are small: each worker would compile the whole engine
 * again, for a run of a second or two (docs/adr/0012).
 */
export function spareCompilation(paths: readonly string[]): void {
  if (paths.map(sizeOf).reduce((sum, size) => sum + size, 0) < WORTH_COMPILING_BYTES) {
    setFlagsFromString("--no-turbofan");
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    // Whoever opens it says what is wrong.
    return 0;
  }
}
