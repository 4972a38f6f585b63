import { type RunVerdict, worstVerdict } from "@touchstone/quality";
import { momentOut } from "../http/field-schemas.ts";
import type { AssayInForce } from "./assays-in-force.ts";
import type { LastJudged } from "./last-judged.ts";
import type { Ground } from "./schema.ts";

/** What an assay's state rests on. */
export interface AssayEvidence {
  readonly assay: Pick<AssayInForce, "name" | "version" | "hasControls">;
  /** Whether scores are held against thresholds in routine. */
  readonly hasThresholds: boolean;
  /** What was judged last in each place. */
  readonly judged: readonly LastJudged[];
  /** Controls that nobody measured in time. */
  readonly overdue: readonly Pick<Ground, "sentence" | "control">[];
}

/** How an assay is, and why: what decides first. */
export interface AssayState {
  readonly state: RunVerdict["state"];
  readonly grounds: readonly Ground[];
}

/**
 * The state of an assay: the verdict that outweighs the others of what was judged last in each place. It is never in
 * control by default. What the definition demands and nobody judged, a control that is overdue, and what was found to be well under a
 * definition that is no longer in force are not evaluable.
 */
export function assayState({ assay, hasThresholds, judged, overdue }: AssayEvidence): AssayState {
  const grounds = judged.filter(({ isRetired }) => !isRetired).map((one) => groundOf(one, assay));
  for (const control of overdue) grounds.push({ ...NO_RECORD, about: "control overdue", ...control });
  const lacks = (about: Ground["about"]) => !grounds.some((ground) => ground.about === about);
  if (assay.hasControls && lacks("controls")) {
    grounds.push({ ...NO_RECORD, sentence: `No control of ${assay.name} was judged yet.` });
  }
  if (hasThresholds && lacks("comparison")) {
    grounds.push({ ...NO_RECORD, sentence: `No comparison of ${assay.name} with a truth set was judged yet.` });
  }
  if (grounds.length === 0) grounds.push({ ...NO_RECORD, sentence: `Nothing of ${assay.name} was judged yet.` });
  return { state: worst(grounds), grounds: byWeight(grounds) };
}

const NO_RECORD: Ground = {
  about: "nothing judged",
  state: "not evaluable",
  sentence: "",
  run: null,
  assayVersion: null,
  performedAt: null,
  verdictId: null,
  comparisonId: null,
  replicateStudyId: null,
  truthSet: null,
  sample: null,
  instrument: null,
  control: null,
};

function groundOf(judged: LastJudged, { version }: AssayEvidence["assay"]): Ground {
  const { about, assayVersion, runId, run, performedAt, verdictId, comparisonId, replicateStudyId } = judged;
  const { truthSet, sample, instrument, control, state, sentence } = judged;
  const isOutdated = assayVersion !== version && (state === "in control" || state === "warning");
  return {
    about,
    state: isOutdated ? "not evaluable" : state,
    sentence: isOutdated
      ? `Judged under version ${assayVersion}, which is no longer in force; nothing was judged under version ${version} since. ${sentence}`
      : sentence,
    run: { id: runId, name: run },
    assayVersion,
    performedAt: momentOut(performedAt),
    verdictId,
    comparisonId,
    replicateStudyId,
    truthSet,
    sample,
    instrument,
    control,
  };
}

function worst(grounds: readonly Ground[]): RunVerdict["state"] {
  return worstVerdict(grounds.map(({ state }) => state)) ?? "not evaluable";
}

/** What outweighs the others first, then what was judged last. */
function byWeight(grounds: readonly Ground[]): Ground[] {
  const outweighs = (one: Ground, other: Ground) => one.state !== other.state && worst([one, other]) === one.state;
  return grounds.toSorted((one, other) => {
    if (one.state !== other.state) return outweighs(one, other) ? -1 : 1;
    return Date.parse(other.performedAt ?? "1970-01-01") - Date.parse(one.performedAt ?? "1970-01-01");
  });
}
