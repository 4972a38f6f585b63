import type { Position } from "./people.ts";
import type { PlannedRun } from "./plan.ts";
import { contentOf, signature } from "./sign.ts";
import type { Story } from "./story.ts";

/** What becomes of a run's results, by whom and why. */
export interface Decision {
  readonly by: Position;
  readonly disposition: "released" | "held" | "rejected" | "repeat";
  readonly reason?: string;
}

/** Reads a run's record and signs what becomes of its results. */
export async function decide({ laboratory }: Story, run: string, { by, disposition, reason }: Decision): Promise<void> {
  const client = await laboratory.person(by);
  const params = { path: { run } };
  const { sha256 } = contentOf(await client.GET("/api/v1/runs/{run}/disposition/record", { params }));
  await client.POST("/api/v1/runs/{run}/disposition", {
    params,
    body: {
      disposition,
      recordSha256: sha256,
      ...(reason === undefined ? {} : { reason }),
      signature: signature(MEANINGS[disposition]),
    },
  });
}

const MEANINGS = {
  released: "I release these results",
  held: "I hold these results",
  rejected: "I reject these results",
  repeat: "I ask for a repeat of this run",
} as const;

/**
 * Decides about a run that was judged. What policy proposes to release, a reviewer releases; for the rest the director
 * takes `otherwise`, or asks for a repeat.
 */
export async function decideByProposal(story: Story, run: PlannedRun, otherwise: Decision | null): Promise<void> {
  const client = await story.laboratory.person("reviewer");
  const { proposal } = contentOf(
    await client.GET("/api/v1/runs/{run}/disposition", { params: { path: { run: run.name } } }),
  );
  if (proposal.disposition === "released") return decide(story, run.name, { by: "reviewer", disposition: "released" });
  const reason = "Controls out of limits without a cause that was found: the samples of this run are repeated.";
  return decide(story, run.name, otherwise ?? { by: "director", disposition: "repeat", reason });
}
