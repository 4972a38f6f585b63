import { readFileSync } from "node:fs";

/** Version of this package, which all packages of Touchstone share; the bundle of the command line reads its own. */
export function touchstoneVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return manifest.version;
}
