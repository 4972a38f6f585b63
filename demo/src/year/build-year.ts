import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startSimulatedClock } from "../clock/simulated-clock.ts";
import { generateGenome } from "../genome/generate-genome.ts";
import { Agenda } from "./agenda.ts";
import { answerAlerts } from "./answer-alerts.ts";
import { calendarBefore, WEEKS } from "./calendar.ts";
import { planChanges } from "./changes.ts";
import { compareRun } from "./compare-run.ts";
import { decide, decideByProposal } from "./decide.ts";
import { nextGermlineDefinition } from "./definitions.ts";
import { executeRun } from "./execute-run.ts";
import { decisionOnIncident, type Opened, openForAlert } from "./incidents.ts";
import { openLaboratory } from "./laboratory.ts";
import { measureRun } from "./measure-run.ts";
import { type PlannedRun, planRuns, weekOf } from "./plan.ts";
import { setUp } from "./set-up.ts";
import type { Story } from "./story.ts";
import { studyReplicates } from "./study-replicates.ts";
import { planValidations } from "./validate-candidate.ts";

/** How far the year has come. */
export interface YearProgress {
  /** 0 to 1. */
  readonly share: number;
  /** Day of the year that is told, and what happens. */
  readonly day: string;
  readonly what: string;
}

/** What a year is built from. */
export interface YearOptions {
  /** An empty folder, which becomes a data folder. */
  readonly folder: string;
  readonly seed: number;
  /** The year ends on the last working day before this one. */
  readonly today: Date;
  readonly progress?: (progress: YearProgress) => void;
  readonly signal?: AbortSignal;
}

/** What was built. */
export interface BuiltYear {
  readonly runs: readonly PlannedRun[];
  readonly firstDay: string;
  readonly lastDay: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Lives through a laboratory's year: what happens is carried out in the order of its times by the code that a laboratory
 * uses, with the clock of the process set to them. The same seed and day give the same measurements.
 *
 * @throws the signal's reason when it is aborted; whatever a step is refused for.
 */
export async function buildYear({ folder, seed, today, progress, signal }: YearOptions): Promise<BuiltYear> {
  const calendar = calendarBefore(today);
  const files = join(folder, "files");
  const genome = generateGenome(join(files, "genome"), seed);
  for (const name of ["calls", "comparisons", "studies"]) mkdirSync(join(files, name), { recursive: true });
  const start = new Date(calendar.at(0, "06:00").getTime() - 7 * DAY);
  const clock = startSimulatedClock(start);
  try {
    const laboratory = await openLaboratory(folder, clock);
    try {
      const agenda = new Agenda();
      const story = {
        laboratory,
        agenda,
        calendar,
        genome,
        seed,
        files,
        signal: signal ?? new AbortController().signal,
      };
      const runs = planYear(story);
      await live(story, progress ?? (() => {}));
      const days = [start, calendar.lastDay].map((day) => day.toISOString().slice(0, 10));
      return { runs, firstDay: days[0], lastDay: days[1] };
    } finally {
      await laboratory.close();
    }
  } finally {
    clock.restore();
  }
}

/** Puts everything on the agenda that does not follow from something else. */
function planYear(story: Story): PlannedRun[] {
  const { agenda, calendar, laboratory } = story;
  const answered = new Set<string>();
  const opened: Opened = new Set();
  const answer = () => answerAlerts(story, answered, (alert) => openForAlert(story, opened, alert));
  setUp(story);
  planChanges(story);
  const runs = planRuns(calendar);
  for (const run of runs) planRun(story, run, answer);
  planValidations(
    story,
    runs.flatMap((run) => (run.kind === "compared" ? [run] : [])),
  );
  for (let week = 0; week < WEEKS; week++) {
    agenda.add(calendar.at(week, "06:15"), "tasks of the clock", async () => {
      await laboratory.carryOutTasks();
      await answer();
    });
  }
  agenda.add(calendar.at(weekOf.last, "16:10"), "a proposed definition", async () => {
    const client = await laboratory.person("reviewer");
    await client.POST("/api/v1/assays", { body: { definition: nextGermlineDefinition as Record<string, unknown> } });
  });
  return runs;
}

/** A run, what is measured in it, the alerts that it raises, and what is decided about it. */
function planRun(story: Story, run: PlannedRun, answer: () => Promise<void>): void {
  const { agenda } = story;
  if (run.kind === "study") {
    agenda.add(new Date(run.at.getTime() + 240 * MINUTE), run.name, async () => {
      await studyReplicates(story, run);
      await answer();
      planDecision(story, run);
    });
    return;
  }
  executeRun(story, run, async () => {
    if (run.kind === "compared") await compareRun(story, run, run.version);
    else await measureRun(story, run);
    await answer();
    planDecision(story, run);
  });
  if (run.kind !== "compared" || !run.fails) return;
  const reason = "The pipeline ran out of memory: it is started again on a larger machine.";
  agenda.add(new Date(run.at.getTime() + 420 * MINUTE), `decision on ${run.name}`, () =>
    decide(story, run.name, { by: "reviewer", disposition: "repeat", reason }),
  );
}

/** Runs of the last day wait for somebody to sign; the last of the methylation panel for a second person. */
function planDecision(story: Story, run: PlannedRun): void {
  const { agenda, calendar, laboratory } = story;
  if (run.at >= calendar.at(weekOf.last, "00:00")) return;
  const at = new Date(laboratory.clock.now().getTime() + 130 * MINUTE);
  agenda.add(at, `decision on ${run.name}`, () => {
    const isLastOfMethylation =
      run.assay === "methylation-panel" && run.at >= calendar.at(weekOf.newControlLot + 1, "00:00");
    if (!isLastOfMethylation) return decideByProposal(story, run, decisionOnIncident(run));
    const reason = "The old lot of the control, measured in the same run, is within its limits.";
    return decide(story, run.name, { by: "deputy", disposition: "released", reason });
  });
}

async function live(
  { agenda, laboratory: { clock }, signal }: Story,
  progress: (of: YearProgress) => void,
): Promise<void> {
  for (let done = 0; ; done++) {
    const next = agenda.next();
    if (next === null) return;
    signal.throwIfAborted();
    // What took long has made it later than planned.
    if (next.at > clock.now()) clock.moveTo(next.at);
    progress({ share: done / agenda.added, day: clock.now().toISOString().slice(0, 10), what: next.what });
    await next.act();
  }
}
