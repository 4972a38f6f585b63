import { invalidField } from "../error.ts";
import { ensureSample } from "../named/ensure-named.ts";
import type { Run } from "../runs/schema.ts";
import type { Writing } from "../writing/perform.ts";

/** The sample whose calls were compared. */
export interface ComparedSample {
  readonly id: string;
  readonly name: string;
}

/**
 * The sample of a comparison by its name. Where a run names its samples it has to be one of them: a misspelt one would be a
 * second comparison beside the first, and begin a series of scores of its own.
 *
 * @throws ServerError TS_REQUEST_INVALID.
 */
export async function comparedSample(writing: Writing, run: Run, name: string): Promise<ComparedSample> {
  if (run.samples.length > 0 && !run.samples.includes(name)) {
    const message = `is none of the samples of run ${run.name}: ${listed(run.samples)}`;
    throw invalidField("/body/sample", message);
  }
  return { id: await ensureSample(writing, name), name };
}

const MOST_LISTED = 10;

function listed(samples: readonly string[]): string {
  const more = samples.length - MOST_LISTED;
  return `${samples.slice(0, MOST_LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
