import { EVENTS_WORTH_LOOKING_AHEAD, Future } from "./future.ts";
import { type Haplotype, IN_SYNC } from "./haplotype.ts";
import type { Placement, SearchEvent, SearchRecord } from "./search-event.ts";
import {
  better,
  forgetPhase,
  include,
  leaveOut,
  phaseBit,
  rootNode,
  type SearchNode,
  settle,
  stateKey,
} from "./search-node.ts";

/** Limits of one cluster's search. */
export interface SearchLimits {
  /** Live nodes at one event beyond which only the best are kept. */
  readonly liveNodes: number;
  /** Nodes made in all beyond which only `narrowNodes` are kept at one event. */
  readonly totalNodes: number;
  readonly narrowNodes: number;
}

/** Limits of the first attempt, which is meant to find the optimum. */
export const WIDE_LIMITS: SearchLimits = { liveNodes: 4_000, totalNodes: 60_000, narrowNodes: 1 };
/** Limits of the second, which is meant to end. */
export const NARROW_LIMITS: SearchLimits = { liveNodes: 1_000, totalNodes: 300_000, narrowNodes: 100 };

/** What the search decided for one event. */
export interface EventDecision {
  /** Chosen placement of each side, or null when left out. */
  readonly truth: Placement | null;
  readonly query: Placement | null;
  /** Number of the superlocus within the cluster: events between two points where every haplotype is in sync. */
  readonly superlocus: number;
}

/** Outcome of a search. */
export interface SearchResult {
  /** One a given event, in the same order. */
  readonly decisions: readonly EventDecision[];
  /** False when a work limit was reached: the result is valid, and may not be the largest. */
  readonly optimal: boolean;
}

/**
 * Chooses the records of both sides, and their haplotypes, so that both sides spell the same sequences with the most
 * records included.
 *
 * Dynamic programming over the records in reference order. Nodes whose haplotypes are in the same state have the same
 * future, so only the best of them is kept: most records, then most exact pairs, then most sync points, then the
 * largest sum of content hashes, none of which depends on which side is called truth. The idea of spelling both sides along the reference
 * between sync points is that of Cleary et al. 2015 (doi:10.1101/023754).
 *
 * @param events in ascending order of `start`
 * @param reference upper-case bases of the window, reaching at least one base beyond every edit
 * @returns null when the required pairs cannot all be included together
 */
export function searchHaplotypes(
  events: readonly SearchEvent[],
  reference: string,
  ploidy: number,
  limits: SearchLimits = WIDE_LIMITS,
): SearchResult | null {
  const start: Haplotype[] = new Array(ploidy).fill(IN_SYNC);
  let nodes: SearchNode[] = [rootNode(start)];
  let optimal = true;
  let made = 0;
  const remaining = recordsAfter(events);
  const future = events.length < EVENTS_WORTH_LOOKING_AHEAD ? null : new Future(events, reference);
  for (let index = 0; index < events.length; index++) {
    const event = events[index];
    for (const node of nodes) forgetPhase(node, remaining.phaseSets[index]);
    nodes = mergeAt(nodes, event.start, reference, future, index);
    const limit = made > limits.totalNodes ? limits.narrowNodes : limits.liveNodes;
    if (nodes.length > limit) {
      nodes = keepBest(nodes, limit);
      optimal = false;
    }
    nodes = dropHopeless(nodes, remaining.all[index], remaining.required[index]);
    const next: SearchNode[] = [];
    for (const node of nodes) expand(node, event, reference, next);
    made += next.length;
    nodes = next;
    if (nodes.length === 0) return null;
  }
  // One base further than the window, so that an insertion at the very end is behind.
  const finished = mergeAt(nodes, reference.length + 1, reference, null, events.length).filter((node) => node.inSync);
  if (finished.length === 0) return null;
  return { decisions: trace(finished.reduce(better), events.length), optimal };
}

/** Records still to be decided before each event, those that must be included, and the phase sets they are in. */
function recordsAfter(events: readonly SearchEvent[]): { all: number[]; required: number[]; phaseSets: number[] } {
  const all = new Array<number>(events.length + 1).fill(0);
  const required = new Array<number>(events.length + 1).fill(0);
  const phaseSets = new Array<number>(events.length + 1).fill(0);
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    all[index] = all[index + 1] + (event.truth !== null && event.query !== null ? 2 : 1);
    required[index] = required[index + 1] + (event.required ? 2 : 0);
    phaseSets[index] = phaseSets[index + 1] | phaseBit(event.truth) | phaseBit(event.query);
  }
  return { all, required, phaseSets };
}

/**
 * Spells every node up to `position`, drops those whose sides disagree or that have no future, and keeps the best of
 * equal ones.
 */
function mergeAt(
  nodes: readonly SearchNode[],
  position: number,
  reference: string,
  future: Future | null,
  index: number,
): SearchNode[] {
  const byState = new Map<string, SearchNode>();
  for (const node of nodes) {
    if (!settle(node, position, reference)) continue;
    if (future !== null && !node.inSync && !future.isOpen(node.haplotypes, index)) continue;
    const key = stateKey(node);
    const other = byState.get(key);
    if (other === undefined) {
      byState.set(key, node);
      continue;
    }
    // The same state has the same future: what assures one of them assures the other.
    const kept = better(other, node);
    kept.assured = other.assured || node.assured;
    byState.set(key, kept);
  }
  return [...byState.values()];
}

/**
 * The most promising nodes, and those that can always be finished. Records that only one side has included since the
 * last sync promise nothing: only what the other side can answer counts.
 */
function keepBest(nodes: SearchNode[], limit: number): SearchNode[] {
  const promise = ({ count, truthSince, querySince }: SearchNode): number => count - Math.abs(truthSince - querySince);
  const sorted = [...nodes].sort(
    (first, second) => promise(second) - promise(first) || (better(first, second) === first ? -1 : 1),
  );
  return sorted.filter((node, place) => place < limit || node.assured);
}

/** Drops nodes that cannot reach what a node in sync has already, where nothing more is required of it. */
function dropHopeless(nodes: SearchNode[], remaining: number, required: number): SearchNode[] {
  if (nodes.length < 3 || required > 0) return nodes;
  let assured = -1;
  for (const node of nodes) if (node.inSync && node.count > assured) assured = node.count;
  if (assured < 0) return nodes;
  const needed = assured - remaining;
  return nodes.filter((node) => node.count >= needed);
}

function expand(node: SearchNode, event: SearchEvent, reference: string, out: SearchNode[]): void {
  if (!event.required) out.push(leaveOut(node));
  for (const placement of event.truth?.placements ?? []) {
    const withTruth = include(node, event.truth as SearchRecord, placement, event.start, reference);
    if (withTruth === null) continue;
    if (!event.required) out.push(withTruth);
    for (const other of event.query?.placements ?? []) {
      const paired = corresponds(placement, other);
      if (event.required && !paired) continue;
      const both = include(withTruth, event.query as SearchRecord, other, event.start, reference);
      if (both === null) continue;
      const pairs = node.pairs + (paired ? 1 : 0);
      out.push({ ...both, parent: node, truth: placement, pairs, assured: node.assured && event.required });
    }
  }
  if (event.required) return;
  for (const placement of event.query?.placements ?? []) {
    const withQuery = include(node, event.query as SearchRecord, placement, event.start, reference);
    if (withQuery !== null) out.push(withQuery);
  }
}

/** Two placements of records that are exactly the same put the same change on each haplotype. */
function corresponds(truth: Placement, query: Placement): boolean {
  for (let number = 0; number < truth.kinds.length; number++) {
    if (truth.kinds[number] !== query.kinds[number]) return false;
  }
  return true;
}

function trace(last: SearchNode, events: number): EventDecision[] {
  const decisions = new Array<EventDecision>(events);
  let superlocus = 0;
  let node = last;
  for (let index = events - 1; index >= 0; index--) {
    decisions[index] = { truth: node.truth, query: node.query, superlocus };
    node = node.parent as SearchNode;
    if (node.inSync) superlocus++;
  }
  return decisions;
}
