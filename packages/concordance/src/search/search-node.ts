import { advance, applyEdit, type Haplotype, IN_SYNC, QUERY, TRUTH } from "./haplotype.ts";
import type { Placement, SearchRecord } from "./search-event.ts";

/** A partial explanation: what was chosen for all events so far. */
export interface SearchNode {
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
  /** Bits of the phase sets whose flip is decided, and those that are flipped. */
  phaseKnown: number;
  phaseValue: number;
  inSync: boolean;
  /** Nothing but required pairs was included since the haplotypes were in sync, so that it can always be finished. */
  assured: boolean;
  readonly parent: SearchNode | null;
  readonly truth: Placement | null;
  readonly query: Placement | null;
}

/** The node before the first event. */
export function rootNode(haplotypes: readonly Haplotype[]): SearchNode {
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

/** Advances a node in place; false when its sides spell different sequences or a no-op. */
export function settle(node: SearchNode, position: number, reference: string): boolean {
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
export function stateKey(node: SearchNode): string {
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

/** The better of two nodes in the same state: more records, more exact pairs, more sync points, larger hash. */
export function better(first: SearchNode, second: SearchNode): SearchNode {
  if (first.count !== second.count) return first.count > second.count ? first : second;
  if (first.pairs !== second.pairs) return first.pairs > second.pairs ? first : second;
  if (first.syncs !== second.syncs) return first.syncs > second.syncs ? first : second;
  return second.hash > first.hash ? second : first;
}

/** The node with an event's records left out. */
export function leaveOut(node: SearchNode): SearchNode {
  return { ...node, parent: node, truth: null, query: null };
}

/** The node with a record put on its haplotypes, or null when phase, an overlap or the sequence forbids it. */
export function include(
  node: SearchNode,
  record: SearchRecord,
  placement: Placement,
  position: number,
  reference: string,
): SearchNode | null {
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
  for (let number = 0; number < haplotypes.length; number++) {
    const edit = edits[number];
    if (edit === null) continue;
    const next = applyEdit(haplotypes[number], record.side, edit, placement.linked, position, reference);
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

/** The bit of a record's phase set; 0 for a record whose phase is free. */
export function phaseBit(record: SearchRecord | null): number {
  return record === null || record.phaseSet < 0 ? 0 : 1 << record.phaseSet;
}

/** Forgets the phase sets without records to come, so that nodes which differ in nothing else become one. */
export function forgetPhase(node: SearchNode, toCome: number): void {
  node.phaseKnown &= toCome;
  node.phaseValue &= toCome;
}
