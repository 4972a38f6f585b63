import { parameterRows } from "../run/parameter-rows.ts";
import type { RunImage } from "../run/run-images.ts";
import type { Comparison, Score, Verdict } from "../run/run-records.ts";
import { intervalText } from "../run/score-text.ts";
import { limitsOf, subjectText } from "../run/verdict-words.ts";
import { assayText, pipelineText, type Run } from "../runs/run-words.ts";

/** A run with what is compared of it. */
export interface ComparedRun {
  readonly run: Run;
  readonly images: readonly RunImage[];
  readonly comparisons: readonly Comparison[];
  readonly verdicts: readonly Verdict[];
}

/** One thing of both runs; null where a run has none. */
export interface ComparedRow {
  readonly label: string;
  readonly first: string | null;
  readonly second: string | null;
  readonly differs: boolean;
  /** Second less first, of scores that both have. */
  readonly change: number | null;
}

/** Rows that belong together. */
export interface ComparedSection {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** A text, and for scores the number that it is of. */
interface Told {
  readonly text: string;
  readonly score?: number | null;
}

type Telling = (of: ComparedRun) => ReadonlyMap<string, Told>;

const SECTIONS: readonly (readonly [title: string, telling: Telling])[] = [
  ["Run", tellRun],
  ["Programs by process", tellPrograms],
  ["Container images by process", tellImages],
  ["Parameters", tellParameters],
  ["Scores", tellScores],
  ["Verdicts", tellVerdicts],
];

/** Two runs side by side: what either has is a row, also where the other has nothing like it. */
export function compareRuns(first: ComparedRun, second: ComparedRun): ComparedSection[] {
  return SECTIONS.map(([title, telling]) => ({ title, rows: rowsOf(telling(first), telling(second)) }));
}

function rowsOf(first: ReadonlyMap<string, Told>, second: ReadonlyMap<string, Told>): ComparedRow[] {
  const labels = new Set([...first.keys(), ...second.keys()]);
  return [...labels].map((label) => {
    const one = first.get(label);
    const other = second.get(label);
    return {
      label,
      first: one?.text ?? null,
      second: other?.text ?? null,
      differs: one?.text !== other?.text || one?.score !== other?.score,
      change: one?.score == null || other?.score == null ? null : other.score - one.score,
    };
  });
}

function tellRun({ run }: ComparedRun): Map<string, Told> {
  const { assay, pipelineVersion, instrument, samples, reagentLots } = run;
  const facts: readonly (readonly [label: string, text: string | null])[] = [
    ["Disposition", run.disposition],
    ["Status", run.status],
    ["Assay", assayText(assay)],
    ["Pipeline version", pipelineText(pipelineVersion)],
    ["Commit", pipelineVersion?.revision ?? null],
    ["Instrument", instrument?.name ?? null],
    ["Samples", samples.join(", ") || null],
    ["Reagent lots", reagentLots.map(({ reagent, lot }) => `${reagent} ${lot}`).join(", ") || null],
    ["Inputs (SHA-256)", run.inputsSha256],
  ];
  return new Map(facts.flatMap(([label, text]) => (text === null ? [] : [[label, { text }]])));
}

function tellPrograms({ run }: ComparedRun): Map<string, Told> {
  const told = new Map<string, string[]>();
  for (const { process, tool, version } of run.toolVersions ?? []) {
    told.set(process, [...(told.get(process) ?? []), `${tool} ${version}`]);
  }
  for (const { standsFor, used } of run.substitutions ?? []) told.set(`in place of ${standsFor}`, [used]);
  return new Map([...told].map(([process, programs]) => [process, { text: programs.join(", ") }]));
}

function tellImages({ images }: ComparedRun): Map<string, Told> {
  const byProcess = new Map<string, string[]>();
  for (const { reference, processes } of images) {
    for (const process of processes) byProcess.set(process, [...(byProcess.get(process) ?? []), reference]);
  }
  return new Map([...byProcess].sort().map(([process, references]) => [process, { text: references.join(", ") }]));
}

function tellParameters({ run }: ComparedRun): Map<string, Told> {
  return new Map(parameterRows(run.parameters).map(({ name, value }) => [name, { text: value }]));
}

function tellScores({ comparisons }: ComparedRun): Map<string, Told> {
  return new Map(
    comparisons.flatMap(({ sample, truthSet, scores }) => {
      const of = sample === null ? "" : `of ${sample.name} `;
      return scores.flatMap((score) => scoresOf(score, `${of}against ${truthSet.name} ${truthSet.version}`));
    }),
  );
}

function scoresOf(score: Score, against: string): [string, Told][] {
  const { variantType, recall, recallLow, recallHigh, precision, precisionLow, precisionHigh, f1 } = score;
  return [
    [`${variantType} recall ${against}`, { text: intervalText(recall, recallLow, recallHigh), score: recall }],
    [
      `${variantType} precision ${against}`,
      { text: intervalText(precision, precisionLow, precisionHigh), score: precision },
    ],
    [`${variantType} F1 ${against}`, { text: intervalText(f1, null, null), score: f1 }],
  ];
}

function tellVerdicts({ verdicts }: ComparedRun): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const verdict of verdicts) {
    const label = subjectText(verdict);
    const against = limitsOf(verdict).join(", ");
    const text = [verdict.state, verdict.reason, against === "" ? null : `against ${against}`]
      .filter((part) => part !== null)
      .join("; ");
    const before = told.get(label);
    told.set(label, { text: before === undefined ? text : [before.text, text].sort().join(" · ") });
  }
  return told;
}
