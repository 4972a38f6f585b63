import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import { sql } from "kysely";
import { expect } from "vitest";
import { assayDefinition, ingestRequest, prepareIngesting } from "../ingested.ts";
import { recordingOf } from "../nextflow/recordings.ts";
import { day, draftOf, measuredRun, SIGNATURE } from "../test-controls.ts";
import type { TestCaller, TestServer } from "../test-server.ts";

/** A request body that the server took. */
export interface TakenBody {
  /** Without the prefix of the API. */
  readonly path: string;
  readonly body: unknown;
}

/** The first comparison, with the VCF of what it counts: an FN and an FP of each type. */
function comparisonWithVariants() {
  const request = ingestRequest(1);
  const rows = [
    ["100", "A", "C", "0/1:FN:.:SNP", "."],
    ["200", "A", "C", ".", "0/1:FP:.:SNP"],
    ["300", "AC", "A", "0/1:FN:am:INDEL", "."],
    ["300", "AC", "A", ".", "1/1:FP:am:INDEL"],
  ].map(([position, ref, alt, truth, query]) =>
    ["chr1", position, ".", ref, alt, ".", "PASS", "BS=1;BM=search;FLANKS=AC,GT", "GT:BD:BK:BVT", truth, query].join(
      "\t",
    ),
  );
  const header = ["##fileformat=VCFv4.2", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTRUTH\tQUERY"];
  return { ...request, files: [...request.files, { name: "P.vcf", content: `${[...header, ...rows].join("\n")}\n` }] };
}

/** Adds records of every kind, so that each address which names one leads to something; what they were made of. */
export async function addExampleRecords(opened: TestServer): Promise<TakenBody[]> {
  const taken: TakenBody[] = [];
  const made = async (caller: TestCaller, path: string, body: unknown): Promise<string> => {
    const answer = await caller.post(path, body);
    expect(answer.statusCode, `${path}: ${answer.body}`).toBeLessThan(300);
    taken.push({ path, body });
    return answer.json().id;
  };
  await prepareIngesting(opened);
  const program = await opened.program("read", "ingest", "review", "admin");
  const technologist = await opened.person("technologist", "technologist");
  const reviewer = await opened.person("reviewer", "reviewer");
  const director = await opened.person("second director", "director");
  await made(program, "/webhooks", { url: "https://laboratory.example/hook", topics: ["run.*"] });
  await made(program, "/mail-subscriptions", { address: "laboratory@laboratory.example" });
  await made(program, "/runs", { name: "queued", samples: ["HG002"], nextflowId: "1a2b3c", parameters: { depth: 30 } });
  await made(program, "/concordance", comparisonWithVariants());
  await addStudy(made, program);
  await addControls(made, program, technologist, director);
  await addFilesAndTasks(made, program);
  await addNextflowRun(opened, program);
  await addDefinitions(made, reviewer, director);
  await addQualityRecords(made, technologist, reviewer, director);
  await sql`
    update delivery set status = 'dead', failure = 'the receiver answered 500', next_attempt_at = null
  `.execute(opened.context.database.kysely);
  const person = {
    kind: "person",
    name: "new",
    printedName: "New",
    roles: ["auditor"],
    email: "new@laboratory.example",
  };
  await made(program, "/principals", { ...person, oidcIssuer: "https://provider.example", oidcSubject: "new" });
  await made(program, "/truth-sets", { name: "T", version: "2", reference: "GRCh38", vcfSha256: "b".repeat(64) });
  await made(program, "/tokens", { name: "new", scopes: ["read"] });
  await made(program, "/materials", { name: "HD400", lot: "L1", use: "control", expiresOn: "2027-01-31" });
  await made(program, "/reagent-lots", { reagent: "capture kit", lot: "C1", openedAt: day(1) });
  await made(program, "/instruments", { name: "NovaSeq 2", model: "NovaSeq X", serialNumber: "A002" });
  const disposition = (await program.get("/runs/run 1/disposition/record")).json();
  const decision = { disposition: "held", recordSha256: disposition.sha256, signature: SIGNATURE };
  await made(director, "/runs/run 1/disposition", { ...decision, reason: "to be looked at again" });
  return taken;
}

/** Sends a record that the server has to take; its id. */
type Make = (caller: TestCaller, path: string, body: unknown) => Promise<string>;

async function addStudy(made: Make, program: TestCaller): Promise<void> {
  const files = await compareGeneratedReplicates({ seed: 1, runs: 3, variants: 40, noise: 0.02, depth: 200 });
  const sent = [...files].map(([name, bytes]) => {
    const content = name.endsWith(".json")
      ? { document: JSON.parse(String(bytes)) }
      : { contentBase64: bytes.toString("base64") };
    return { name: `P.${name}`, ...content };
  });
  const run = { name: "replicates", status: "succeeded", assay: { name: "germline" } };
  await made(program, "/reproducibility", { run, sample: "HG002", files: sent });
}

/** Baselines approved, retired and drafted; controls in and out of control: two alerts, of which one is acknowledged. */
async function addControls(
  made: Make,
  program: TestCaller,
  technologist: TestCaller,
  director: TestCaller,
): Promise<void> {
  const analytes = ["EGFR L858R", "BRAF V600E"];
  const controls = analytes.map((analyte) => ({ material: "HD200", materialLot: "7", analyte }));
  const series = controls.map((control) => ({ control, mean: 100, sd: 10 }));
  const draft = (name: string) => made(technologist, "/baselines", { document: draftOf(name, series) });
  const retired = await draft("retired");
  await made(director, `/baselines/${await draft("approved")}/approve`, SIGNATURE);
  await made(director, `/baselines/${retired}/retire`, SIGNATURE);
  await draft("drafted");
  const lot = { reagentLot: { reagent: "library kit", lot: "K1" } };
  const valuesOf = (value: number) => controls.map((control) => ({ ...control, ...lot, value }));
  await made(program, "/measurements", measuredRun("control 1", 1, valuesOf(101), { instrument: "NovaSeq 1" }));
  await made(program, "/measurements", measuredRun("control 2", 2, valuesOf(160)));
  const [measured, other] = (await program.get("/measurements")).json().items;
  const exclusion = { reason: "half the input DNA pipetted", signature: SIGNATURE };
  await made(director, `/measurements/${measured.id}/exclusion`, exclusion);
  await made(director, `/measurements/${other.id}/exclusion`, exclusion);
  await made(director, `/measurements/${other.id}/exclusion/withdraw`, exclusion);
  const [alert] = (await program.get("/alerts")).json().items;
  const acknowledged = await technologist.patch(`/alerts/${alert.id}/acknowledge`);
  expect(acknowledged.statusCode, acknowledged.body).toBe(200);
}

async function addFilesAndTasks(made: Make, program: TestCaller): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  const query = { kind: "report", name: "report.txt" };
  const uploaded = await program.post("/runs/run 1/artifacts/upload", Buffer.from("all is well"), { headers, query });
  expect(uploaded.statusCode, uploaded.body).toBe(201);
  await made(program, "/runs/run 1/artifacts", {
    kind: "vcf",
    uri: "s3://b/calls.vcf.gz",
    sha256: "c".repeat(64),
    sizeBytes: 1,
  });
  const tasks = [1, 2].map((number) => ({
    number,
    process: "ALIGN",
    status: "completed",
    exitCode: 0,
    startedAt: day(1),
  }));
  await made(program, "/runs/run 1/tasks", { tasks });
}

async function addNextflowRun({ server }: TestServer, program: TestCaller): Promise<void> {
  const begin = recordingOf("succeeded").find(({ report }) => report === "begin")?.body ?? {};
  const { id } = begin.workflow as { readonly id: string };
  const request = { method: "PUT", url: `/tower/trace/${id}/begin`, payload: begin } as const;
  const begun = await server.inject({ ...request, headers: await program.headers() });
  expect(begun.statusCode, begun.body).toBe(200);
}

/** Of each one that is approved and one that is drafted. */
async function addDefinitions(made: Make, reviewer: TestCaller, director: TestCaller): Promise<void> {
  const [assay] = await Promise.all(
    ["approved", "drafted"].map((name) => made(reviewer, "/assays", { definition: assayDefinition(name) })),
  );
  await made(director, `/assays/${assay}/approve`, SIGNATURE);
  const { document } = (await reviewer.get(`/assays/${assay}`)).json();
  await made(reviewer, "/assays", { definition: { ...document, version: 2 } });
  const definitions = ["approved", "drafted"].map((name) => {
    return { definition: { schema: "touchstone/rule-set/1", name, version: 1, rules: ["1-3s"] } };
  });
  const [ruleSet] = await Promise.all(definitions.map((body) => made(reviewer, "/rule-sets", body)));
  await made(director, `/rule-sets/${ruleSet}/approve`, SIGNATURE);
  const limit = { variantType: "SNP", minimum: 0.9, observations: 10, citation: "report 7" };
  const thresholds = ["*", "exons"].map((stratum) => ({ assay: { name: "germline" }, score: "f1", stratum, ...limit }));
  const [threshold] = await Promise.all(thresholds.map((body) => made(reviewer, "/thresholds", body)));
  await made(director, `/thresholds/${threshold}/approve`, SIGNATURE);
}

/** Three non-conformances: one closed, one with something still to be done, one that can be closed. */
async function addQualityRecords(
  made: Make,
  technologist: TestCaller,
  reviewer: TestCaller,
  director: TestCaller,
): Promise<void> {
  const [{ id: alertId }] = (await technologist.get("/alerts")).json().items;
  const opening = { title: "Control spilt", description: "In the second run.", severity: "minor" };
  const closed = await made(technologist, "/non-conformances", opening);
  await made(director, `/non-conformances/${closed}/close`, { rootCause: "A loose lid.", signature: SIGNATURE });
  const worked = await made(technologist, "/non-conformances", { ...opening, alertIds: [alertId] });
  const action = { kind: "corrective", description: "Check the pipettes.", assignedTo: technologist.principalId };
  await made(reviewer, `/non-conformances/${worked}/corrective-actions`, action);
  await made(technologist, "/non-conformances", opening);
  await made(technologist, "/change-events", { kind: "service", happenedAt: day(1), description: "Lasers aligned." });
}
