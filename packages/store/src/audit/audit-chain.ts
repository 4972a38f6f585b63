import type { QueryExecutorProvider } from "kysely";
import type { AuditAnchor } from "./audit-anchor.ts";
import type { AuditRow } from "./audit-event.ts";
import type { AuditFinding } from "./audit-finding.ts";
import { auditHash, FIRST_PREVIOUS } from "./audit-hash.ts";
import { explainContent, explainLink, type RowIdentity } from "./explain-mismatch.ts";
import { type AuditWindow, readAuditRow } from "./read-audit-rows.ts";

/** The part of the trail that was found to hold so far, and what the next row is compared with. */
export class AuditChain {
  /** What is wrong before the first row is read. */
  readonly startFinding: AuditFinding | null;
  /** The last row that holds; null before the first. */
  head: AuditRow | null = null;
  /** Rows found to hold. */
  checked = 0;
  /** The last row that an anchor vouches for. */
  provenTo: number | null = null;
  private readonly database: QueryExecutorProvider;
  private readonly anchors: AnchorMap;
  private previous: RowIdentity;

  private constructor(database: QueryExecutorProvider, start: RowIdentity | null, from: number, anchors: AnchorMap) {
    this.database = database;
    this.previous = start ?? { sequence: from - 1, hash: "" };
    this.startFinding = start === null ? isMissing(from - 1) : null;
    this.anchors = anchors;
  }

  /** A chain of which the row before number `from` is the base. */
  static async startingAt(
    database: QueryExecutorProvider,
    from: number,
    anchors: readonly AuditAnchor[],
  ): Promise<AuditChain> {
    const start = from === 1 ? { sequence: 0, hash: FIRST_PREVIOUS } : await readAuditRow(database, from - 1);
    return new AuditChain(database, start, from, groupBySequence(anchors));
  }

  /** Compares the rows of the next window; returns what is wrong with the first that does not hold, or null. */
  async follow(window: AuditWindow): Promise<AuditFinding | null> {
    for (const row of window.rows) {
      const finding = await this.followRow(row);
      if (finding !== null) return finding;
    }
    return this.previous.sequence < window.last ? isMissing(this.previous.sequence + 1) : null;
  }

  private async followRow(row: AuditRow): Promise<AuditFinding | null> {
    const { previous } = this;
    if (row.sequence === previous.sequence) return isTwice(row.sequence);
    if (row.sequence > previous.sequence + 1) return isMissing(previous.sequence + 1);
    if (auditHash(row) !== row.hash) return explainContent(this.database, previous, row);
    if (row.previous !== previous.hash) {
      return explainLink(this.database, previous, row, this.provenTo === previous.sequence);
    }
    for (const anchor of this.anchors.get(row.sequence) ?? []) {
      if (anchor.hash !== row.hash) return this.isRecomputed(row.sequence);
      this.provenTo = row.sequence;
    }
    this.previous = row;
    this.head = row;
    this.checked++;
    return null;
  }

  private isRecomputed(anchored: number): AuditFinding {
    const sequence = (this.provenTo ?? anchored - 1 - this.checked) + 1;
    const message =
      `the trail was altered between row ${sequence} and row ${anchored} and its hashes computed anew: row ${anchored} ` +
      "does not have the hash that was anchored";
    return { sequence, kind: "recomputed", message };
  }
}

type AnchorMap = ReadonlyMap<number, readonly AuditAnchor[]>;

/** Two anchors of one row are both compared: one of them may be of a trail that was computed anew. */
function groupBySequence(anchors: readonly AuditAnchor[]): AnchorMap {
  const groups = new Map<number, AuditAnchor[]>();
  for (const anchor of anchors) {
    const group = groups.get(anchor.sequence);
    if (group === undefined) groups.set(anchor.sequence, [anchor]);
    else group.push(anchor);
  }
  return groups;
}

function isMissing(sequence: number): AuditFinding {
  return { sequence, kind: "missing", message: `row ${sequence} is missing` };
}

function isTwice(sequence: number): AuditFinding {
  return { sequence, kind: "inserted", message: `there are several rows ${sequence}` };
}
