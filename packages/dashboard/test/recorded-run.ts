import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TestDashboard } from "./dashboard.ts";

const RECORDING = resolve(import.meta.dirname, "../../server/test/nextflow/succeeded.ndjson");

interface Report {
  readonly report: "create" | "begin" | "progress" | "complete";
  readonly body: Record<string, unknown>;
}

/** A run of Nextflow whose reports were recorded, sent again one by one as Nextflow itself sent them. */
export interface RecordedRun {
  /** What Nextflow calls it. */
  readonly name: string;
  /** How many reports there are after the announcement. */
  readonly length: number;
  /** Sends the next so many reports. */
  send(count: number): Promise<void>;
}

/** Announces the recorded run to the server of a test. It has nine tasks of two processes; three of them fail. */
export async function announceRecordedRun({ address, token }: TestDashboard): Promise<RecordedRun> {
  const [create, ...reports] = readFileSync(RECORDING, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Report);
  const send = async (method: "POST" | "PUT", path: string, body: object) => {
    const authorization = `Basic ${Buffer.from(`@token:${token}`).toString("base64")}`;
    const headers = { authorization, "content-type": "application/json" };
    const answer = await fetch(`${address}/tower/trace/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<{ workflowId: string }>;
  };
  if (create === undefined) throw new Error(`${RECORDING} is empty`);
  const { workflowId } = await send("POST", "create", create.body);
  let sent = 0;
  return {
    name: String(create.body.runName),
    length: reports.length,
    async send(count) {
      for (const { report, body } of reports.slice(sent, sent + count))
        await send("PUT", `${workflowId}/${report}`, body);
      sent += count;
    },
  };
}
