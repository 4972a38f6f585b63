import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Path of a file that says what is installed, or is installed itself: `gatk/pom.xml` of this package's programs. */
export function programsFile(name: string): string {
  // By the package's own name, since the code may have been bundled into another place.
  const manifest = createRequire(import.meta.url).resolve("@touchstone/runner/package.json");
  return join(dirname(manifest), "programs", name);
}
