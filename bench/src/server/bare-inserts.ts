import { newId, type Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

interface Column {
  readonly name: string;
  readonly type: string;
}

type Row = Record<string, unknown>;

/** Rows of a run as another one's, ready to be inserted. */
export interface RunCopy {
  readonly tables: readonly {
    readonly table: string;
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
  }[];
}

/** Reads a run with its measurements and verdicts, with other ids and a time at which they disturb no judgement. */
export async function copyRun(kysely: Kysely<Tables>, runName: string, copyName: string, at: Date): Promise<RunCopy> {
  const runId = newId();
  const ids = new Map<unknown, string>();
  const read = async (table: string, change: (row: Row) => Row) => {
    const columns = await columnsOf(kysely, table);
    const key = table === "run" ? "id" : "run_id";
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} where ${sql.ref(key)} = (select id from run where name = ${runName})
    `.execute(kysely);
    return { table, columns, rows: rows.map(change) };
  };
  const renew = (old: unknown) => {
    const id = newId();
    ids.set(old, id);
    return id;
  };
  const run = await read("run", (row) => ({
    ...row,
    id: runId,
    name: copyName,
    nextflow_id: null,
    performed_at: at,
    started_at: at,
    finished_at: at,
  }));
  const measurement = await read("measurement", (row) => ({
    ...row,
    id: renew(row.id),
    run_id: runId,
    measured_at: at,
  }));
  const verdict = await read("verdict", (row) => ({
    ...row,
    id: newId(),
    run_id: runId,
    measurement_id: ids.get(row.measurement_id) ?? null,
    supersedes: null,
    change_events_until: null,
  }));
  return { tables: [run, measurement, verdict] };
}

/** Inserts them in one transaction, with one statement for each table: nothing is faster but COPY. */
export async function insertCopy(kysely: Kysely<Tables>, { tables }: RunCopy): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    for (const { table, columns, rows } of tables) {
      const names = sql.join(columns.map(({ name }) => sql.ref(name)));
      const arrays = columns.map(({ name, type }) => {
        const values = rows.map((row) => (type === "jsonb" ? JSON.stringify(row[name]) : row[name]));
        return sql`${values}::${sql.raw(type === "jsonb" ? "text" : type)}[]`;
      });
      const cast = sql.join(columns.map(({ name, type }) => sql`${sql.ref(name)}::${sql.raw(type)}`));
      await sql`
        insert into ${sql.table(table)} (${names}) select ${cast} from unnest(${sql.join(arrays)}) as r (${names})
      `.execute(transaction);
    }
  });
}

/** Columns that are written: all but arrays, which only the one verdict on the run as a whole has. */
async function columnsOf(kysely: Kysely<Tables>, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select attname::text as name, format_type(case typtype when 'd' then typbasetype else pg_type.oid end, null) as type
    from pg_attribute join pg_type on pg_type.oid = atttypid
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and typcategory <> 'A'
  `.execute(kysely);
  return rows;
}
