import type { ControlFaults } from "../model/measure-controls.ts";
import { type GermlineVersion, type RunCondition, WELL } from "../model/parameters.ts";
import { type Calendar, dayOf } from "./calendar.ts";
import type { InstrumentName } from "./definitions.ts";

/** Weeks in which what the year tells begins and ends; docs/guides/demo-model.md tells the story. */
export const weekOf = {
  failedRun: 4,
  replicateStudy: 9,
  laterReplicateStudy: 44,
  /** The polymerase in the library kit ages, from then until its lot is replaced. */
  declineBegins: 2,
  declineEnds: 33,
  lotShift: 19,
  service: 26,
  candidateFails: 35,
  candidatePasses: 37,
  newVersion: 38,
  artefactsBegin: 39,
  newControlLot: 47,
  last: 51,
} as const;

/** Log odds of missing an indel that each week of the aging kit adds. */
const INDEL_LOGIT_PER_WEEK = 0.065;
/** By how much SNV artefacts grow in each week, as a share of what they were. */
const ARTEFACTS_PER_WEEK = 0.15;
/** Log odds by which the bad lot shifts every fraction. */
export const BAD_LOT_SHIFT = -0.22;
/** Log odds by which the last run of the panel reads one control too high. */
export const LAST_PANEL_SHIFT = 0.045;

interface NamedRun {
  /** Names it whatever the day is: what is drawn for it depends on this alone. */
  readonly key: string;
  readonly name: string;
  readonly at: Date;
}

/** A run of a genome or an exome that is compared with the truth set. */
export interface ComparedRun extends NamedRun {
  readonly kind: "compared";
  readonly assay: "germline-genome" | "exome";
  readonly instrument: InstrumentName;
  readonly version: GermlineVersion;
  readonly lot: string;
  readonly condition: RunCondition;
  /** Whether another person's sample was taken for the reference sample. */
  readonly isSwapped: boolean;
  /** Whether the pipeline fails, so that there is nothing to compare. */
  readonly fails: boolean;
}

/** A run whose controls are measured. */
export interface ControlRun extends NamedRun, ControlFaults {
  readonly kind: "controls";
  readonly assay: "tumour-panel" | "methylation-panel";
  readonly instrument: InstrumentName;
  readonly lot: string;
  /** Lot of the control material; null where it has none. */
  readonly controlLot: string | null;
}

/** A study of three replicates. */
export interface StudyRun extends NamedRun {
  readonly kind: "study";
  readonly assay: "tumour-panel";
  readonly instrument: InstrumentName;
}

/** A run of the year. */
export type PlannedRun = ComparedRun | ControlRun | StudyRun;

/** Lots of the reagents, and of the control of the methylation panel. */
export const lots = {
  genomeKit: { reagent: "PCR-free library kit", lots: ["PF-2207", "PF-2391"] },
  exomeKit: { reagent: "exome capture kit", lots: ["XC-118"] },
  panelKit: { reagent: "hybrid capture kit", lots: ["HC-0398", "HC-0412", "HC-0431"] },
  methylationKit: { reagent: "bisulfite kit", lots: ["BS-77"] },
  methylationControl: ["M-2024-1", "M-2025-2"],
} as const;

const [GOOD_PANEL_LOT, BAD_PANEL_LOT, NEXT_PANEL_LOT] = lots.panelKit.lots;

/** Weeks of the runs of each assay. */
const germlineWeeks = [...evenWeeks(0, 34), 36, ...everyWeek(weekOf.newVersion, weekOf.last)];
const exomeWeeks = [3, 13, 23, 31, 43, weekOf.last];
const panelWeeks = [1, 5, 9, 13, 16, weekOf.lotShift, 22, 25, 28, 32, 36, 40, 44, 48, weekOf.last];
const methylationWeeks = [6, 15, 24, 33, 42, weekOf.newControlLot, 50];

/** All runs of the year but the validations of candidates, in order of time. */
export function planRuns(calendar: Calendar): PlannedRun[] {
  const runs = [
    ...germlineWeeks.flatMap((week) => germlineRuns(calendar, week)),
    ...exomeWeeks.map((week) => exomeRun(calendar, week)),
    ...panelWeeks.flatMap((week) => panelRuns(calendar, week)),
    ...methylationWeeks.map((week) => methylationRun(calendar, week)),
    studyRun(calendar, weekOf.replicateStudy),
    studyRun(calendar, weekOf.laterReplicateStudy),
  ];
  return runs.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A run that failed is repeated on the next working day. */
function germlineRuns(calendar: Calendar, week: number): ComparedRun[] {
  const run = germlineRun(week, calendar.at(week, "07:30"));
  if (week !== weekOf.failedRun) return [run];
  const repeated = germlineRun(week, calendar.at(week, "07:30", 1));
  return [
    { ...run, fails: true },
    { ...repeated, key: `${repeated.key} repeat`, name: `${repeated.name}_repeat` },
  ];
}

function germlineRun(week: number, at: Date): ComparedRun {
  return {
    kind: "compared",
    assay: "germline-genome",
    key: `germline ${week}`,
    name: `${dayOf(at)}_germline`,
    at,
    instrument: "SEQ-A",
    version: week < weekOf.newVersion ? "2.3.0" : "2.4.1",
    lot: lots.genomeKit.lots[week <= weekOf.declineEnds ? 0 : 1],
    condition: conditionOf(week),
    isSwapped: false,
    fails: false,
  };
}

/** What ails the germline assay in a week. */
export function conditionOf(week: number): RunCondition {
  const aging = week > weekOf.declineEnds ? 0 : Math.max(0, week - weekOf.declineBegins);
  const growing = Math.max(0, week - weekOf.artefactsBegin);
  return { indelLogit: INDEL_LOGIT_PER_WEEK * aging, snvArtefacts: 1 + ARTEFACTS_PER_WEEK * growing };
}

function exomeRun(calendar: Calendar, week: number): ComparedRun {
  const at = calendar.at(week, "08:10");
  return {
    kind: "compared",
    assay: "exome",
    key: `exome ${week}`,
    name: `${dayOf(at)}_exome`,
    at,
    instrument: "SEQ-B",
    version: week < weekOf.newVersion ? "2.3.0" : "2.4.1",
    lot: lots.exomeKit.lots[0],
    condition: WELL,
    isSwapped: week === weekOf.last,
    fails: false,
  };
}

/** A run with the bad lot is repeated with the lot before it. */
function panelRuns(calendar: Calendar, week: number): ControlRun[] {
  const at = calendar.at(week, "08:40");
  const run: ControlRun = {
    kind: "controls",
    assay: "tumour-panel",
    key: `panel ${week}`,
    name: `${dayOf(at)}_panel`,
    at,
    instrument: "SEQ-B",
    lot: week < weekOf.lotShift ? GOOD_PANEL_LOT : NEXT_PANEL_LOT,
    controlLot: null,
    lotShift: 0,
    ownShift:
      week === weekOf.last ? { material: "tumour-control-high", analyte: "EGFR L858R", logit: LAST_PANEL_SHIFT } : null,
  };
  if (week !== weekOf.lotShift) return [run];
  const again = calendar.at(week, "08:40", 2);
  return [
    { ...run, lot: BAD_PANEL_LOT, lotShift: BAD_LOT_SHIFT },
    { ...run, key: `${run.key} repeat`, name: `${dayOf(again)}_panel_repeat`, at: again, lot: GOOD_PANEL_LOT },
  ];
}

function methylationRun(calendar: Calendar, week: number): ControlRun {
  const at = calendar.at(week, "09:15");
  return {
    kind: "controls",
    assay: "methylation-panel",
    key: `methylation ${week}`,
    name: `${dayOf(at)}_methylation`,
    at,
    instrument: "SEQ-C",
    lot: lots.methylationKit.lots[0],
    controlLot: lots.methylationControl[week < weekOf.newControlLot ? 0 : 1],
    lotShift: 0,
    ownShift: null,
  };
}

function studyRun(calendar: Calendar, week: number): StudyRun {
  const at = calendar.at(week, "09:40");
  return {
    kind: "study",
    assay: "tumour-panel",
    key: `study ${week}`,
    name: `${dayOf(at)}_replicates`,
    at,
    instrument: "SEQ-B",
  };
}

function evenWeeks(from: number, to: number): number[] {
  return everyWeek(from, to).filter((week) => week % 2 === 0);
}

function everyWeek(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}
