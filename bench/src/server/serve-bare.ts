// A Fastify that runs given statements and answers with the rows of the last; argument: { url, requests }. Its routes are
// the places of the requests. Prints its address, and ends with its input.
import fastify from "fastify";
import { Pool } from "pg";
import type { CapturedRequest } from "./captured-statements.ts";

const { url, requests } = JSON.parse(process.argv[2] ?? "") as { url: string; requests: readonly CapturedRequest[] };
// As many connections as Touchstone's.
const pool = new Pool({ connectionString: url, max: 10 });
const server = fastify();
for (const [place, { statements }] of requests.entries()) {
  server.get(`/${place}`, async () => {
    let rows: unknown[] = [];
    for (const { sql, parameters } of statements) ({ rows } = await pool.query(sql, [...parameters]));
    return rows;
  });
}
process.stdout.write(`${await server.listen({ port: 0, host: "127.0.0.1" })}\n`);
process.stdin.resume();
process.stdin.once("end", async () => {
  await server.close();
  await pool.end();
});
