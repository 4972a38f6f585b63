import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Access, rightsOfRoles, rightsOfToken, roles, scopes } from "../src/access/rights.ts";
import { createTestServer, type TestCaller, type TestServer } from "./test-server.ts";

/**
 * What every operation asks of its caller, written by hand: a change of what a route asks has to be made here too, by
 * somebody who means it. A new route goes here with the right it needs, one line, in alphabetical order.
 */
const ACCESS_OF: Readonly<Record<string, Access>> = {
  acknowledgeAlert: "ingest",
  addArtifact: "ingest",
  addMeasurements: "ingest",
  approveAssay: "sign",
  approveBaseline: "sign",
  approveRuleSet: "sign",
  approveThreshold: "sign",
  assignAlert: "ingest",
  beginOidcSignIn: "public",
  beginReauthentication: "signed in",
  beginTrace: "ingest",
  changeCorrectiveAction: "ingest",
  changeInstrument: "ingest",
  changeMailSubscription: "admin",
  changeMaterial: "ingest",
  changeNonConformance: "review",
  changePassword: "signed in",
  changePrincipal: "admin",
  changeReagentLot: "ingest",
  changeRun: "ingest",
  changeWebhook: "admin",
  closeNonConformance: "sign",
  completeTrace: "ingest",
  createAssay: "ingest",
  createBaseline: "ingest",
  createComparison: "ingest",
  createInstrument: "ingest",
  createMailSubscription: "admin",
  createMaterial: "ingest",
  createPrincipal: "admin",
  createReagentLot: "ingest",
  createReplicateStudy: "ingest",
  createRuleSet: "ingest",
  createRun: "ingest",
  createThreshold: "ingest",
  createToken: "signed in",
  createTrace: "ingest",
  createTruthSet: "review",
  createWebhook: "admin",
  disableWebhook: "admin",
  endMailSubscription: "admin",
  endSession: "signed in",
  endSessions: "signed in",
  excludeMeasurement: "sign",
  finishOidcSignIn: "public",
  getAlert: "read",
  getAlertHistory: "read",
  getArtifact: "read",
  getArtifactContent: "read",
  getAssay: "read",
  getBaseline: "read",
  getBaselineDocument: "read",
  getCaller: "signed in",
  getChangeEvent: "read",
  getComparison: "read",
  getComparisonReport: "read",
  getCorrectiveAction: "read",
  getDelivery: "admin",
  getDiscordantVariant: "read",
  getDisposition: "read",
  getDispositionHistory: "read",
  getDispositionRecord: "read",
  getEwmaCusumChart: "read",
  getHealth: "public",
  getInstrument: "read",
  getLatestReplicateStudy: "read",
  getLeveyJenningsChart: "read",
  getMailSubscription: "admin",
  getMaterial: "read",
  getMetrics: "read",
  getMonthlyReport: "read",
  getNextflowRun: "read",
  getNonConformance: "read",
  getOverview: "read",
  getPrincipal: "read",
  getReadiness: "public",
  getReagentLot: "read",
  getReplicateStudy: "read",
  getReplicateStudyReport: "read",
  getRuleSet: "read",
  getRun: "read",
  getRunProcesses: "read",
  getRunEvidence: "audit",
  getRunReport: "read",
  getRunTimeline: "read",
  getScoreChart: "read",
  getTask: "read",
  getThreshold: "read",
  getTraceService: "public",
  getTraceUser: "signed in",
  getTruthSet: "read",
  getValidationReport: "read",
  getVerdict: "read",
  getWebhook: "admin",
  heartbeatTrace: "ingest",
  intersectDiscordantVariants: "read",
  listAlerts: "read",
  listArtifacts: "read",
  listAssays: "read",
  listAuditEvents: "audit",
  listBaselines: "read",
  listChangeEvents: "read",
  listComparisons: "read",
  listControlSeries: "read",
  listCorrectiveActions: "read",
  listDeliveries: "admin",
  listDispositions: "read",
  listDiscordantVariants: "read",
  listEvents: "read",
  listInstruments: "read",
  listMailSubscriptions: "admin",
  listMaterials: "read",
  listMeasurements: "read",
  listNonConformances: "read",
  listPipelineVersions: "read",
  listPrecisionRecallPoints: "read",
  listPrincipals: "read",
  listReagentLots: "read",
  listReplicatePairs: "read",
  listReplicateStudies: "read",
  listReplicateVariants: "read",
  listRuleSets: "read",
  listRuns: "read",
  listSessions: "signed in",
  listSignInMethods: "public",
  listStrata: "read",
  listTasks: "read",
  listThresholds: "read",
  listTokens: "signed in",
  listTruthSets: "read",
  listVerdicts: "read",
  listWebhooks: "admin",
  openNonConformance: "ingest",
  planCorrectiveAction: "review",
  progressTrace: "ingest",
  recordChangeEvent: "ingest",
  recordRunTools: "ingest",
  redeliver: "admin",
  reportTasks: "ingest",
  resolveAlert: "review",
  retireAssay: "review",
  retireBaseline: "sign",
  retireRuleSet: "review",
  retireThreshold: "review",
  retireTruthSet: "review",
  revokeToken: "signed in",
  sampleReplicateVariants: "read",
  signDisposition: "sign",
  signIn: "public",
  signOut: "signed in",
  streamEvents: "read",
  summariseConcordance: "read",
  uploadArtifact: "ingest",
  verifyAudit: "audit",
  withdrawMeasurementExclusion: "sign",
};

/** Read by people alone: their handlers refuse tokens. */
const REFUSES_TOKENS: ReadonlySet<string> = new Set(["listSessions"]);

interface Operation {
  readonly operationId: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  readonly access: unknown;
}

interface Document {
  readonly paths: Record<string, Record<string, { operationId?: string; "x-touchstone-access"?: unknown }>>;
}

function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operationId: operation.operationId ?? `${method} ${path}`,
      method: method as Operation["method"],
      path: path.replaceAll(/\{[^}]+\}/g, "00000000-0000-7000-8000-000000000000"),
      access: operation["x-touchstone-access"],
    })),
  );
}

describe("who may use which route", () => {
  let opened: TestServer;
  let operations: Operation[];
  const callers: { name: string; rights: ReadonlySet<string> | null; isToken: boolean; caller: TestCaller }[] = [];

  beforeAll(async () => {
    opened = await createTestServer("pglite");
    operations = operationsOf(opened.server.swagger() as unknown as Document);
    callers.push({ name: "nobody", rights: null, isToken: false, caller: opened.nobody });
    for (const role of roles) {
      const caller = await opened.person(`the ${role}`, role);
      callers.push({ name: role, rights: rightsOfRoles([role]), isToken: false, caller });
    }
    const roleless = await opened.person("without a role");
    callers.push({ name: "person without a role", rights: new Set(), isToken: false, caller: roleless });
    for (const scope of scopes) {
      const caller = await opened.program(scope);
      callers.push({ name: `token ${scope}`, rights: rightsOfToken([scope], null), isToken: true, caller });
    }
  });

  afterAll(() => opened.remove());

  test("every operation is in the table of this test, with the right that its route asks for", () => {
    const asked = Object.fromEntries(operations.map(({ operationId, access }) => [operationId, access]));
    const message =
      "A route was added, removed, or asks for something else. When that is meant, change ACCESS_OF in " +
      "packages/server/test/authorisation-matrix.test.ts: one line, operationId and the right it needs.";
    expect(asked, message).toEqual(ACCESS_OF);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  test("every operation lets those with the right through, and nobody else", async () => {
    const wrong: string[] = [];
    for (const { name, rights, isToken, caller } of callers) {
      for (const operation of operations) {
        const { operationId } = operation;
        const status = await statusOf(caller, operation);
        const outcome = status === 401 || status === 403 ? status : "let through";
        const refusesIt = isToken && REFUSES_TOKENS.has(operationId);
        const expected = refusesIt ? 403 : expectedOutcome(ACCESS_OF[operationId], rights);
        if (outcome !== expected) wrong.push(`${operationId} as ${name}: ${status} instead of ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(callers.length * operations.length).toBeGreaterThanOrEqual(11 * 20);
  }, 120_000);
});

function expectedOutcome(access: Access | undefined, rights: ReadonlySet<string> | null): 401 | 403 | "let through" {
  if (access === "public") return "let through";
  if (rights === null) return 401;
  if (access === "signed in" || (access !== undefined && rights.has(access))) return "let through";
  return 403;
}

/**
 * Access is decided before the body is read, so a body that is no JSON shows whether a request gets past that, and changes
 * nothing. Of what is read the headers are enough: some answers have no end.
 */
async function statusOf(caller: TestCaller, { method, path }: Operation): Promise<number> {
  const headers = method === "get" ? {} : { "content-type": "application/json" };
  return caller.status(method, path, method === "get" ? { headers } : { headers, body: "{" });
}
