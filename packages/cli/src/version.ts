import { readFileSync } from "node:fs";

/** Version of this package, as its package.json states it. */
export function readVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return manifest.version;
}
