import { run as runCommand } from "touchstone/in-process";
import type { GermlineVersion } from "../model/parameters.ts";
import { dayOf } from "./calendar.ts";
import { compareRun, comparisonPrefix } from "./compare-run.ts";
import { decide } from "./decide.ts";
import { pipelineVersion } from "./definitions.ts";
import { type ComparedRun, weekOf } from "./plan.ts";
import type { Story } from "./story.ts";
import { uploadFile } from "./upload-file.ts";

/** The largest losses that a candidate may show. */
export const GATE_MARGINS = [
  "SNP.recall=0.002",
  "SNP.precision=0.003",
  "INDEL.recall=0.008",
  "INDEL.precision=0.008",
] as const;

/** A candidate version calls the reads of the last run of the version in use, and has to pass the release gate. */
export interface Candidate {
  readonly version: Exclude<GermlineVersion, "2.3.0">;
  readonly week: number;
  /** Key and name of the run whose reads it calls. */
  readonly current: Pick<ComparedRun, "key" | "name">;
}

/** Puts the validations of both candidates on the agenda. */
export function planValidations(story: Story, runs: readonly ComparedRun[]): void {
  const { agenda, calendar } = story;
  for (const [version, week] of [
    ["2.4.0", weekOf.candidateFails],
    ["2.4.1", weekOf.candidatePasses],
  ] as const) {
    const current = runs.findLast((run) => run.assay === "germline-genome" && run.at < calendar.at(week, "00:00"));
    if (current === undefined) throw new TypeError("a candidate is compared with an earlier run");
    agenda.add(calendar.at(week, "10:00"), `validation of germline ${version}`, () =>
      validate(story, { version, week, current }),
    );
  }
}

async function validate(story: Story, { version, week, current }: Candidate): Promise<void> {
  const { laboratory, calendar, agenda } = story;
  const at = calendar.at(week, "10:00");
  const run: ComparedRun = {
    kind: "compared",
    assay: "germline-genome",
    key: current.key,
    name: `${dayOf(at)}_germline_${version}_validation`,
    at,
    instrument: "SEQ-A",
    version,
    lot: "PF-2391",
    condition: { indelLogit: 0, snvArtefacts: 1 },
    isSwapped: false,
    fails: false,
  };
  const engineer = await laboratory.person("engineer");
  await engineer.POST("/api/v1/runs", {
    body: {
      name: run.name,
      assay: { name: run.assay },
      pipelineVersion: pipelineVersion("germline", version),
      instrument: run.instrument,
      samples: ["NX1"],
      performedAt: at.toISOString(),
      status: "succeeded",
      parameters: { purpose: "validation", readsOf: current.name },
    },
  });
  await compareRun(story, run, version);
  const { passed, text } = await judgeGate(story, current.name, run.name);
  agenda.add(calendar.at(week, "14:00", 1), `decision on germline ${version}`, () => {
    const reason = `Release gate against ${current.name} ${passed ? "passed" : "failed"}: ${text}`;
    return decide(story, run.name, { by: "director", disposition: passed ? "released" : "rejected", reason });
  });
}

/** Runs `touchstone gate compare` and keeps what it wrote with the candidate's run. */
async function judgeGate(
  story: Story,
  current: string,
  candidate: string,
): Promise<{ readonly passed: boolean; readonly text: string }> {
  const { laboratory, signal } = story;
  const prefixes = [current, candidate].map((name) => comparisonPrefix(story, name));
  const out = comparisonPrefix(story, `${candidate}.against-current`);
  let said = "";
  let complaints = "";
  const exitCode = await runCommand(
    ["gate", "compare", ...prefixes, ...GATE_MARGINS.flatMap((margin) => ["--margin", margin]), "--out", out],
    {
      stdout: { write: (text) => (said += text) },
      stderr: { write: (text) => (complaints += text) },
      debug: false,
      signal,
    },
  );
  if (exitCode > 1) throw new TypeError(complaints);
  for (const suffix of [".gate.json", ".changes.tsv", ".gate.svg"]) {
    await uploadFile(laboratory, candidate, { kind: "release gate", path: `${out}${suffix}` });
  }
  const [first = ""] = said.trim().split("\n");
  return { passed: exitCode === 0, text: first };
}
