import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipelineCache } from "@touchstone/runner";
import { readVersion } from "../version.ts";

const SEED = 1;

/** Samplesheet and parameters of data that were made for a test. */
export interface MadeTestData {
  readonly samplesheet: string;
  readonly parameters: string;
}

/**
 * The simulated data that profile test analyses, in the cache folder; made when they are not there yet.
 *
 * @param note is told before they are made.
 */
export async function provideTestData(note: (text: string) => void): Promise<MadeTestData> {
  const { buildAnnotationCache, makeTestData } = await import("@touchstone/simulation");
  // Its parameters name the folder, so that it cannot be renamed: a file says that it is whole.
  const folder = join(pipelineCache(), `test-data-${readVersion()}-seed-${SEED}`);
  const whole = join(folder, "whole");
  const made = { samplesheet: join(folder, "samplesheet.csv"), parameters: join(folder, "params.yaml") };
  if (existsSync(whole)) return made;
  note(`simulating reads of two replicates in ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { samplesheet, parameters } = await makeTestData({ folder, seed: SEED, buildAnnotationCache });
  writeFileSync(whole, "");
  return { samplesheet, parameters };
}
