import { existsSync } from "node:fs";
import type { paths, TouchstoneClient } from "@touchstone/client";
import type { AnchorReading, AuditVerification, Database } from "@touchstone/store";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { isInS3, openAnchorSink } from "../server/anchors.ts";
import { type Connection, connectToServer } from "../server/connect.ts";
import { type DatabaseArguments, databaseOptions, printResult, withDatabase } from "./db-source.ts";
import { integerBetween } from "./integer.ts";

interface VerifyArguments extends DatabaseArguments {
  readonly anchor?: string;
  readonly key?: readonly string[];
  readonly from?: number;
}

/** Adds options and action of `touchstone audit verify`. */
export function defineVerify(command: Command, context: CommandContext): void {
  databaseOptions(command.description("check that no row of the audit trail was altered; exit code 1 when one was"))
    .option("--anchor <place>", "anchors, a file or s3://bucket/prefix; without them a cut end is not seen")
    .option("--key <file>", "key that the anchors were signed with, public or private; repeatable", append)
    .option("--from <row>", "first row to check (default: 1)", integerBetween(1, Number.MAX_SAFE_INTEGER))
    .action((values: VerifyArguments) => verify(values, context));
}

async function verify(values: VerifyArguments, context: CommandContext): Promise<void> {
  if ((values.anchor === undefined) !== (values.key === undefined)) {
    throw new CliError("TS_USAGE", "--anchor and --key belong together", "Give both, or neither.");
  }
  const server = await connectToServer(values);
  if (server === null) return withDatabase(values, false, (database) => runVerify(database, values, context));
  return verifyThrough(server, values, context);
}

/** A server checks by itself, with the anchors that it makes. */
async function verifyThrough(
  { client, place }: Connection,
  values: VerifyArguments,
  context: CommandContext,
): Promise<void> {
  if (values.anchor !== undefined) {
    const message = `the server at ${place} holds the records, and checks them with the anchors that it makes`;
    throw new CliError("TS_USAGE", message, "Leave out --anchor and --key, or stop the server first.");
  }
  const verification = await verifyInParts(client, values.from ?? 1);
  const { anchors } = verification;
  const ofAnchors =
    anchors === null
      ? []
      : [
          `Anchors with a right signature: ${anchors.read}.`,
          ...(anchors.rejected === 0 ? [] : [`Anchors that prove nothing: ${anchors.rejected}.`]),
        ];
  printResult(
    context,
    values.json,
    { place, ...verification },
    [...verificationLines(verification), ...ofAnchors].join("\n"),
  );
  if (!verification.holds) context.failCheck();
}

const ADDRESS = "/api/v1/audit/verify";

type ServerVerification = paths[typeof ADDRESS]["get"]["responses"]["200"]["content"]["application/json"];

/** All rows from one on, as many at a time as the server checks in one request; no more after the first that does not hold. */
async function verifyInParts(client: TouchstoneClient, first: number): Promise<Omit<ServerVerification, "next">> {
  let checked = 0;
  let provenTo: number | null = null;
  let from: number = first;
  for (;;) {
    const { data } = await client.GET(ADDRESS, { params: { query: { from } } });
    if (data === undefined) throw new TypeError("an answer without content");
    const { next, ...part } = data;
    checked += part.checked;
    provenTo = part.provenTo ?? provenTo;
    if (next === null || !part.holds) return { ...part, from: first, checked, provenTo };
    from = next;
  }
}

async function runVerify(database: Database, values: VerifyArguments, context: CommandContext): Promise<void> {
  const store = await import("@touchstone/store");
  const reading = values.anchor === undefined ? null : await readAnchorsOf(values.anchor, values.key ?? []);
  await store.requireMigrated(database.kysely);
  const verification = await store.verifyAudit(database.kysely, {
    from: values.from ?? 1,
    anchors: reading?.anchors ?? [],
  });
  const rejected = reading?.rejected ?? [];
  // A line that a crash cut off is no forgery; one that somebody else signed is.
  const holds = verification.holds && rejected.every(({ reason }) => reason === "no anchor");
  const result = { place: database.place, ...verification, holds, anchors: reading?.anchors.length ?? 0, rejected };
  printResult(context, values.json, result, [...verificationLines(verification), ...anchorLines(reading)].join("\n"));
  if (!holds) context.failCheck();
}

async function readAnchorsOf(place: string, keys: readonly string[]): Promise<AnchorReading> {
  const { readAnchors, readPublicKey, StoreError } = await import("@touchstone/store");
  if (!isInS3(place) && !existsSync(place)) {
    throw new StoreError("TS_ANCHOR_UNREADABLE", `${place}: there is no such file`, { file: place });
  }
  return readAnchors(await openAnchorSink(place), keys.map(readPublicKey));
}

function verificationLines({
  finding,
  from,
  to,
  checked,
  provenTo,
}: Pick<AuditVerification, "from" | "to" | "checked" | "provenTo"> & {
  readonly finding: Pick<NonNullable<AuditVerification["finding"]>, "sequence" | "kind" | "message"> | null;
}): string[] {
  const rows = to === 0 ? "The audit trail is empty." : `Rows ${from} to ${to}: ${checked} hold.`;
  const found =
    finding === null ? [] : [`Row ${finding.sequence} does not hold (${finding.kind}): ${finding.message}.`];
  const proof =
    provenTo === null
      ? "Completeness is proven for no row: an end cut off, or hashes all computed anew, would not be seen."
      : `Completeness is proven up to row ${provenTo}${provenTo < to ? "; rows after it fit each other" : ""}.`;
  return [rows, ...found, proof];
}

function anchorLines(reading: AnchorReading | null): string[] {
  if (reading === null) return [];
  const rejected = reading.rejected.map(({ line, reason }) => `Anchor in line ${line} proves nothing: ${reason}.`);
  return [`Anchors with a right signature: ${reading.anchors.length}.`, ...rejected];
}

function append(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
