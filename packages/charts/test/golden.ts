import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Set to rewrite the recorded charts; the difference is then reviewed by eye. */
const REWRITE = "UPDATE_GOLDEN";

/** Compares a chart with the recorded one of that name. */
export function expectGolden(name: string, svg: string): void {
  const url = new URL(`./golden/${name}.svg`, import.meta.url);
  if (process.env[REWRITE] !== undefined) writeFileSync(url, svg);
  expect(svg, `test/golden/${name}.svg; with ${REWRITE}=1 it is rewritten`).toBe(readFileSync(url, "utf8"));
}
