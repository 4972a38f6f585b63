import type { Database, Tables } from "@touchstone/store";
import type { Transaction } from "kysely";

/** What `read` reads of the records, all as they are at one moment, however long it takes. */
export function atOneMoment<T>(
  { kysely }: Pick<Database, "kysely">,
  read: (records: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return kysely.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}
