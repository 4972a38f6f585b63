import { advance, applyEdit, type Edit, type Haplotype, IN_SYNC, QUERY, type Side, TRUTH } from "./haplotype.ts";
import { LengthBalance } from "./length-balance.ts";
import { LookAhead } from "./look-ahead.ts";

/** One way to put a record on the haplotypes: the edit of each haplotype, or null where it has none. */
export interface Placement {
  readonly edits: readonly (Edit | null)[];
  /** Allele index of each haplotype, for the proof. */
  readonly alleles: readonly number[];
  /** Number of each haplotype's edit among the record's edits in canonical order, -1 for none. */
  readonly kinds: readonly number[];
  /** 0 or 1 for a phased placement and its flip; -1 when any orientation is allowed. */
  readonly flip: number;
}

/** A record of one side, as the search sees it. */
export interface SearchRecord {
  /** Number of the record in its call set. */
  readonly record: number;
  readonly side: Side;
  /** Its different placements; never empty. */
  readonly placements: readonly Placement[];
  /** Start of its first edit in the window. */
  readonly start: number;
  readonly end: number;
  /** Hash of its content, the same whichever side it is on: breaks ties. */
  readonly hash: number;
  /** Local number (0 to 30) of its phase set, or -1 when its phase is free. */
  readonly phaseSet: number;
}

/** A decision of the search: a record of one side, or two that are exactly the same. */
export interface SearchEvent {
  readonly truth: SearchRecord | null;
  readonly query: SearchRecord | null;
  readonly start: number;
  /** The pair must be included as such. */
  readonly required: boolean;
}

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

/** A partial explanation: what was chosen for all events so far. */
interface Node {
  haplotypes: readonly Haplotype[];
  /** Records included. */
  readonly count: number;
  /** Exact pairs included as such. */
  readonly pairs: number;
  syncs: number;
  readonly hash: number;
  /** Records of each side included since all haplotypes were last in sync. */
  truthSince: number;
  querySince: number;
  readonly phaseKnown: number;
  readonly phaseValue: number;
  inSync: boolean;
  /** Nothing but required pairs was included since the haplotypes were in sync, so that it can always be finished. */
  assured: boolean;
  readonly parent: Node | null;
  readonly truth: Placement | null;
  readonly query: Placement | null;
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
  let nodes: Node[] = [root(start)];
  let optimal = true;
  let made = 0;
  const remaining = recordsAfter(events);
  const future = events.length < EVENTS_WORTH_LOOKING_AHEAD ? null : new Future(events, reference);
  for (let index = 0; index < events.length; index++) {
    const event = events[index];
    nodes = mergeAt(nodes, event.start, reference, future, index);
    const limit = made > limits.totalNodes ? limits.narrowNodes : limits.liveNodes;
    if (nodes.length > limit) {
      nodes = keepBest(nodes, limit);
      optimal = false;
    }
    nodes = dropHopeless(nodes, remaining.all[index], remaining.required[index]);
    const next: Node[] = [];
    for (const node of nodes) expand(node, event, reference, next);
    made += next.length;
    nodes = next;
    if (nodes.length === 0) return null;
  }
  const finished = mergeAt(nodes, reference.length, reference, null, events.length).filter((node) => node.inSync);
  if (finished.length === 0) return null;
  return { decisions: trace(finished.reduce(better), events.length), optimal };
}

/** Fewer events are searched faster than their future is looked into. */
const EVENTS_WORTH_LOOKING_AHEAD = 9;

/** What tells early that a node cannot be finished. */
class Future {
  readonly #balance: LengthBalance;
  readonly #lookAhead: LookAhead;

  constructor(events: readonly SearchEvent[], reference: string) {
    this.#balance = new LengthBalance(events);
    this.#lookAhead = new LookAhead(events, reference);
  }

  isOpen(haplotypes: readonly Haplotype[], index: number): boolean {
    for (const haplotype of haplotypes) {
      if (haplotype === IN_SYNC) continue;
      if (!this.#balance.canBalance(haplotype, index) || !this.#lookAhead.hasFuture(haplotype, index)) return false;
    }
    return true;
  }
}

function root(haplotypes: readonly Haplotype[]): Node {
  return {
    haplotypes,
    count: 0,
    pairs: 0,
    syncs: 0,
    hash: 0,
    truthSince: 0,
    querySince: 0,
    phaseKnown: 0,
    phaseValue: 0,
    inSync: true,
    assured: true,
    parent: null,
    truth: null,
    query: null,
  };
}

/** Records still to be decided before each event, and those among them that must be included. */
function recordsAfter(events: readonly SearchEvent[]): { all: number[]; required: number[] } {
  const all = new Array<number>(events.length + 1).fill(0);
  const required = new Array<number>(events.length + 1).fill(0);
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    all[index] = all[index + 1] + (event.truth !== null && event.query !== null ? 2 : 1);
    required[index] = required[index + 1] + (event.required ? 2 : 0);
  }
  return { all, required };
}

/**
 * Spells every node up to `position`, drops those whose sides disagree or that have no future, and keeps the best of
 * equal ones.
 */
function mergeAt(
  nodes: readonly Node[],
  position: number,
  reference: string,
  future: Future | null,
  index: number,
): Node[] {
  const byState = new Map<string, Node>();
  for (const node of nodes) {
    if (!settle(node, position, reference)) continue;
    if (future !== null && !node.inSync && !future.isOpen(node.haplotypes, index)) continue;
    const key = stateKey(node);
    const other = byState.get(key);
    byState.set(key, other === undefined ? node : better(other, node));
  }
  return [...byState.values()];
}

/** Advances a node in place; false when its sides spell different sequences or a no-op. */
function settle(node: Node, position: number, reference: string): boolean {
  const haplotypes = new Array<Haplotype>(node.haplotypes.length);
  let inSync = true;
  for (let number = 0; number < haplotypes.length; number++) {
    const advanced = advance(node.haplotypes[number], position, reference);
    if (advanced === null) return false;
    if (advanced !== IN_SYNC) inSync = false;
    haplotypes[number] = advanced;
  }
  node.haplotypes = haplotypes;
  node.inSync = inSync;
  if (inSync) node.assured = true;
  if (!inSync || node.truthSince + node.querySince === 0) return true;
  if (node.truthSince === 0 || node.querySince === 0) return false;
  node.truthSince = 0;
  node.querySince = 0;
  node.syncs++;
  return true;
}

/** Haplotypes without known phase are interchangeable: their order is no part of the state. */
function stateKey(node: Node): string {
  const { haplotypes } = node;
  const edited = (node.truthSince > 0 ? 1 : 0) + (node.querySince > 0 ? 2 : 0);
  if (node.inSync && node.phaseKnown === 0) return "";
  if (node.phaseKnown === 0) {
    if (haplotypes.length === 1) return `${haplotypes[0].key};${edited}`;
    if (haplotypes.length === 2) {
      const [first, second] = haplotypes;
      return first.key < second.key ? `${first.key};${second.key};${edited}` : `${second.key};${first.key};${edited}`;
    }
  }
  const keys = haplotypes.map((haplotype) => haplotype.key);
  if (node.phaseKnown === 0) keys.sort();
  return `${keys.join(";")};${edited};${node.phaseKnown};${node.phaseValue}`;
}

function better(first: Node, second: Node): Node {
  if (first.count !== second.count) return first.count > second.count ? first : second;
  if (first.pairs !== second.pairs) return first.pairs > second.pairs ? first : second;
  if (first.syncs !== second.syncs) return first.syncs > second.syncs ? first : second;
  return second.hash > first.hash ? second : first;
}

/**
 * The most promising nodes, and those that can always be finished. Records that only one side has included since the
 * last sync promise nothing: only what the other side can answer counts.
 */
function keepBest(nodes: Node[], limit: number): Node[] {
  const promise = ({ count, truthSince, querySince }: Node): number => count - Math.abs(truthSince - querySince);
  const sorted = [...nodes].sort(
    (first, second) => promise(second) - promise(first) || (better(first, second) === first ? -1 : 1),
  );
  return sorted.filter((node, place) => place < limit || node.assured);
}

/** Drops nodes that cannot reach what a node in sync reaches by including nothing but what is required. */
function dropHopeless(nodes: Node[], remaining: number, required: number): Node[] {
  if (nodes.length < 3) return nodes;
  let assured = -1;
  for (const node of nodes) if (node.inSync && node.count > assured) assured = node.count;
  if (assured < 0) return nodes;
  const needed = assured + required - remaining;
  return nodes.filter((node) => node.count >= needed);
}

function expand(node: Node, event: SearchEvent, reference: string, out: Node[]): void {
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

function leaveOut(node: Node): Node {
  return { ...node, parent: node, truth: null, query: null };
}

/** Two placements of records that are exactly the same put the same change on each haplotype. */
function corresponds(truth: Placement, query: Placement): boolean {
  for (let number = 0; number < truth.kinds.length; number++) {
    if (truth.kinds[number] !== query.kinds[number]) return false;
  }
  return true;
}

function include(
  node: Node,
  record: SearchRecord,
  placement: Placement,
  position: number,
  reference: string,
): Node | null {
  let { phaseKnown, phaseValue } = node;
  if (record.phaseSet >= 0 && placement.flip >= 0) {
    const bit = 1 << record.phaseSet;
    if ((phaseKnown & bit) === 0) {
      phaseKnown |= bit;
      if (placement.flip === 1) phaseValue |= bit;
    } else if (((phaseValue & bit) !== 0 ? 1 : 0) !== placement.flip) {
      return null;
    }
  }
  const haplotypes = node.haplotypes.slice();
  const { edits } = placement;
  let changed = 0;
  for (const edit of edits) if (edit !== null) changed++;
  for (let number = 0; number < haplotypes.length; number++) {
    const edit = edits[number];
    if (edit === null) continue;
    const next = applyEdit(haplotypes[number], record.side, edit, changed > 1, position, reference);
    if (next === null) return null;
    haplotypes[number] = next;
  }
  return {
    haplotypes,
    count: node.count + 1,
    pairs: node.pairs,
    syncs: node.syncs,
    hash: node.hash + record.hash,
    truthSince: node.truthSince + (record.side === TRUTH ? 1 : 0),
    querySince: node.querySince + (record.side === QUERY ? 1 : 0),
    phaseKnown,
    phaseValue,
    inSync: false,
    assured: false,
    parent: node,
    truth: record.side === TRUTH ? placement : null,
    query: record.side === QUERY ? placement : null,
  };
}

function trace(last: Node, events: number): EventDecision[] {
  const decisions = new Array<EventDecision>(events);
  let superlocus = 0;
  let node = last;
  for (let index = events - 1; index >= 0; index--) {
    decisions[index] = { truth: node.truth, query: node.query, superlocus };
    node = node.parent as Node;
    if (node.inSync) superlocus++;
  }
  return decisions;
}
