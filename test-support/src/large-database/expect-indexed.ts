import { CompiledQuery, type Kysely, sql } from "kysely";

/** What a query may cost at most. */
export interface IndexedLimits {
  /** Rows that may be sorted: a page of the list. 200 unless given. */
  readonly page?: number;
  /** Rows that may be read from one large table, whether they are in the answer or not; 10,000 unless given. */
  readonly rowsRead?: number;
  /** Large tables that may be read sequentially; none unless given. */
  readonly whole?: readonly string[];
}

/** A table of more rows than this is large: reading all of it takes too long for a request. */
const LARGE_TABLE = 10_000;

/** A node of a plan, as EXPLAIN (ANALYZE, FORMAT JSON) writes it. */
interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Sort Key"?: readonly string[];
  /** Mean of the loops. */
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly "Rows Removed by Join Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Runs a query on a filled database and throws, with the plan, unless indexes lead to its rows: no table of more than
 * 10,000 rows is read sequentially, no more rows are sorted than a page has, and no more than `rowsRead` rows are read of
 * a table, those included that a filter throws away.
 *
 * @returns names of the tables of more than 10,000 rows that it reads.
 */
export async function expectIndexed<Tables>(
  kysely: Kysely<Tables>,
  query: CompiledQuery,
  { page = 200, rowsRead = 10_000, whole = [] }: IndexedLimits = {},
): Promise<ReadonlySet<string>> {
  const explain = CompiledQuery.raw(`explain (analyze, timing off, format json) ${query.sql}`, [...query.parameters]);
  const { rows } = await kysely.executeQuery<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(explain);
  const [{ Plan: plan }] = rows[0]["QUERY PLAN"];
  const large = await largeTables(kysely);
  const nodes = nodesOf(plan);
  const problems = nodes.flatMap((node) => problemsOf(node, large, { page, rowsRead, whole }));
  if (problems.length > 0) {
    throw new Error([...problems, query.sql, JSON.stringify(query.parameters), ...planLines(plan)].join("\n"));
  }
  const tables = nodes.flatMap((node) => node["Relation Name"] ?? []);
  return new Set(tables.filter((table) => large.has(table)));
}

function problemsOf(
  node: PlanNode,
  large: ReadonlyMap<string, number>,
  { page, rowsRead, whole }: Required<IndexedLimits>,
): string[] {
  const problems: string[] = [];
  const table = node["Relation Name"];
  const size = table === undefined ? undefined : large.get(table);
  if (node["Node Type"] === "Seq Scan" && table !== undefined && size !== undefined && !whole.includes(table)) {
    problems.push(`reads all ${size} rows of ${table}`);
  }
  const read = rowsOf(node) + removedBy(node);
  const isSmall = table !== undefined && size === undefined;
  if (node["Node Type"].includes("Scan") && read > rowsRead && !isSmall) {
    problems.push(`reads ${read} rows of ${table ?? node["Index Name"]}, of which ${rowsOf(node)} are wanted`);
  }
  if (node["Node Type"].endsWith("Sort")) {
    const sorted = (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);
    if (sorted > page) problems.push(`sorts ${sorted} rows by ${node["Sort Key"]?.join(", ")}`);
  }
  return problems;
}

/** Rows that a node handed on, in all of its loops. */
function rowsOf(node: PlanNode): number {
  return Math.round(node["Actual Rows"] * node["Actual Loops"]);
}

function removedBy(node: PlanNode): number {
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return Math.round(removed * node["Actual Loops"]);
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

async function largeTables<Tables>(kysely: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select relname::text as name, reltuples as rows from pg_class where relkind = 'r' and reltuples > ${LARGE_TABLE}
  `.execute(kysely);
  return new Map(rows.map((row) => [row.name, row.rows]));
}

/** The plan for people: one line a node, indented by depth. */
function planLines(node: PlanNode, depth = 1): string[] {
  const what = [node["Node Type"], node["Relation Name"], node["Index Name"]].filter((part) => part !== undefined);
  const line = `${"  ".repeat(depth)}${what.join(" ")}: ${rowsOf(node)} rows, ${removedBy(node)} thrown away`;
  return [line, ...(node.Plans ?? []).flatMap((child) => planLines(child, depth + 1))];
}
