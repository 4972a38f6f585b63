// Writes a record and its audit event again and again, and prints a line for each pair that was acknowledged.
import { sql } from "kysely";
import { appendAuditEvent } from "../src/audit/append-audit-event.ts";
import { openDatabase } from "../src/database/open-database.ts";
import { exampleEvent } from "./audit-trail.ts";

const { kysely } = await openDatabase(JSON.parse(process.argv[2] ?? ""));
for (let number = 1; ; number++) {
  await kysely.transaction().execute(async (transaction) => {
    await sql`insert into written (number) values (${number})`.execute(transaction);
    await appendAuditEvent(transaction, exampleEvent(number));
  });
  process.stdout.write(`${number}\n`);
}
