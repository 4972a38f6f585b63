import { RegionSweep } from "@touchstone/formats";
import { Tally } from "../count/tally.ts";
import type { CallSet } from "../records/call-set.ts";
import type { ContigBases } from "../records/extent.ts";
import { prepareCallSet, type RecordMismatch } from "../records/prepare.ts";
import { ASSESSED, OUTSIDE_TARGETS } from "../records/reasons.ts";
import { ClusterSolver } from "../solve/cluster-solver.ts";
import { CLUSTER_GAP, type Cluster, forEachCluster, orderByExtent } from "../solve/clusters.ts";
import type { RangeCalls } from "../solve/exact-pairs.ts";
import { Labels } from "../solve/labels.ts";
import { markLocalMatches } from "../solve/local-matches.ts";
import { type LoadedSide, loadSide, locateError, type SideFile } from "./load-side.ts";
import type { RangeFiles, RangeSettings } from "./range-settings.ts";
import { RANGE_MARGIN, type RangeResult, type RangeTask, type RefMismatch } from "./range-task.ts";
import { ReferenceContig } from "./reference-contig.ts";
import { reportRange } from "./report-range.ts";
import { Scores } from "./scores.ts";
import type { SolvedRange } from "./solved-range.ts";

/** Compares one range and writes its rows. */
export function solveRange(files: RangeFiles, task: RangeTask, settings: RangeSettings): RangeResult {
  files.reference.select(task.contig);
  const { name, length } = files.reference.contigs[task.contig];
  const contig = new ReferenceContig(files.reference, length);
  let margin = RANGE_MARGIN;
  for (;;) {
    const loadedTo = Math.min(length, task.to + margin);
    const range = solveLoaded(files, task, settings, contig, loadedTo);
    if (loadedTo < length && range.lastEnd + CLUSTER_GAP > loadedTo) {
      margin = range.lastEnd + CLUSTER_GAP + RANGE_MARGIN - task.to;
      continue;
    }
    return reportRange(range.solved, name, task, settings);
  }
}

function solveLoaded(
  files: RangeFiles,
  task: RangeTask,
  settings: RangeSettings,
  contig: ContigBases,
  loadedTo: number,
): { solved: SolvedRange; lastEnd: number } {
  const from = Math.max(-1, task.from - RANGE_MARGIN);
  const truth = readCalls(files.truth, task, settings, contig, from, loadedTo);
  const query = readCalls(files.query, task, settings, contig, from, loadedTo);
  const calls: RangeCalls = {
    truth: truth.calls,
    query: query.calls,
    truthOrder: orderByExtent(truth.calls),
    queryOrder: orderByExtent(query.calls),
  };
  const truthLabels = new Labels(truth.calls.count);
  const queryLabels = new Labels(query.calls.count);
  const solver = new ClusterSolver(calls, truthLabels, queryLabels, contig, settings);
  const owned = { truth: new Uint8Array(truth.calls.count), query: new Uint8Array(query.calls.count) };
  let start = task.from;
  let end = task.to;
  let lastEnd = 0;
  forEachCluster(calls.truth, calls.truthOrder, calls.query, calls.queryOrder, (cluster) => {
    if (cluster.start < task.from) {
      if (cluster.end > start) start = cluster.end;
      return;
    }
    if (cluster.start >= task.to) return;
    if (cluster.end > end) end = cluster.end;
    if (cluster.end > lastEnd) lastEnd = cluster.end;
    own(cluster, calls, owned);
    solver.solve(cluster);
  });
  markLocalMatches(calls.truth, truthLabels, calls.query);
  markLocalMatches(calls.query, queryLabels, calls.truth);
  ownUnassessed(truth.calls, owned.truth, start, end);
  ownUnassessed(query.calls, owned.query, start, end);
  const mismatches = [
    ...ownedMismatches(files.truth, truth, owned.truth),
    ...ownedMismatches(files.query, query, owned.query),
  ];
  const solved: SolvedRange = {
    calls,
    truthLabels,
    queryLabels,
    owned,
    start,
    end,
    mismatches,
    scores: new Scores(query.calls, settings.scoreField),
    tally: new Tally(task.strata === null ? 0 : task.strata.offsets.length - 1),
    contig,
  };
  return { solved, lastEnd };
}

interface ReadCalls {
  readonly calls: CallSet;
  readonly mismatches: readonly RecordMismatch[];
}

function readCalls(
  side: SideFile,
  task: RangeTask,
  settings: RangeSettings,
  contig: ContigBases,
  from: number,
  to: number,
): ReadCalls {
  const loaded: LoadedSide = loadSide(side, task.contig, contig.length, from, to);
  try {
    const read = prepareCallSet(loaded.text, loaded.columns, contig, {
      match: settings.match,
      allRecords: settings.allRecords,
      sampleColumn: side.sampleColumn,
      readPhaseSets: settings.respectPhase,
    });
    if (task.targets !== null) leaveOutside(read.calls, new RegionSweep(task.targets));
    return read;
  } catch (error) {
    throw locateError(error, side, loaded.position);
  }
}

function leaveOutside(calls: CallSet, targets: RegionSweep): void {
  for (let record = 0; record < calls.count; record++) {
    if (calls.status[record] !== ASSESSED) continue;
    if (!targets.overlaps(calls.start[record], calls.end[record])) calls.status[record] = OUTSIDE_TARGETS;
  }
}

/** Marks the records of a cluster as this range's. */
function own(cluster: Cluster, calls: RangeCalls, owned: { truth: Uint8Array; query: Uint8Array }): void {
  for (let place = cluster.truthFrom; place < cluster.truthTo; place++) owned.truth[calls.truthOrder[place]] = 1;
  for (let place = cluster.queryFrom; place < cluster.queryTo; place++) owned.query[calls.queryOrder[place]] = 1;
}

/** Records that are not assessed belong to the range in which they stand. */
function ownUnassessed(calls: CallSet, owned: Uint8Array, start: number, end: number): void {
  for (let record = 0; record < calls.count; record++) {
    const position = calls.columns.position[record] - 1;
    if (calls.status[record] !== ASSESSED && position >= start && position < end) owned[record] = 1;
  }
}

function ownedMismatches(side: SideFile, read: ReadCalls, owned: Uint8Array): RefMismatch[] {
  const { calls } = read;
  return read.mismatches
    .filter(({ record }) => owned[record] === 1)
    .map(({ record, expected }) => ({
      file: side.path,
      contig: calls.columns.contigOf(record),
      position: calls.columns.position[record],
      recorded: calls.text.toString(
        "latin1",
        calls.columns.refStart[record],
        Math.min(calls.refEnd(record), calls.columns.refStart[record] + 50),
      ),
      reference: expected,
    }));
}
