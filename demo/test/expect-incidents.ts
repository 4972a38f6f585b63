import type { TouchstoneClient } from "@touchstone/client";
import { describe, expect, test } from "vitest";
import type { Alert } from "../src/year/answer-alerts.ts";
import { type PlannedRun, weekOf } from "../src/year/plan.ts";
import { contentOf } from "../src/year/sign.ts";
import type { OpenedYear } from "./open-year.ts";

const DAY = 86_400_000;

/** Declares the tests that every year passes, whatever its seed: each planted incident is found, by kind and in its run. */
export function expectIncidents(year: () => OpenedYear): void {
  const named = (key: string): PlannedRun => {
    const run = year().runs.find((one) => one.key === key);
    if (run === undefined) throw new TypeError(`no run ${key} was planned`);
    return run;
  };

  describe("a reagent lot that shifts VAFs", () => {
    test("is found by control rules in its first run, which is rejected; the repeat is released", async () => {
      const { client } = year();
      const { name } = named(`panel ${weekOf.lotShift}`);
      const alerts = (await alertsOf(client)).filter(({ run }) => run?.name === name);
      expect(alerts.map(({ kind, assay, status }) => ({ kind, assay, status }))).toEqual(
        alerts.map(() => ({ kind: "immediate", assay: "tumour-panel", status: "resolved" })),
      );
      expect(alerts.map(({ subject }) => subject).sort()).toEqual([
        "EGFR L858R, tumour-panel",
        "KRAS G12D, tumour-panel",
      ]);
      const verdicts = await verdictsOf(client, name);
      expect(verdicts.some(({ state, sentence }) => state === "out of control" && sentence.includes("1-3s"))).toBe(
        true,
      );
      expect(await dispositionOf(client, name)).toMatchObject({ disposition: "rejected", isReleased: false });
      const { name: repeat } = named(`panel ${weekOf.lotShift} repeat`);
      expect(await dispositionOf(client, repeat)).toMatchObject({ proposal: { disposition: "released" } });
    });

    test("has a non-conformance with verified actions, closed by a signature", async () => {
      const { client } = year();
      const found = await nonConformance(client, "kit lot HC-0412");
      expect(found).toMatchObject({ status: "closed", severity: "major", openActions: 0 });
      expect(found.correctiveActions.map(({ status }) => status)).toEqual(["verified", "verified"]);
      expect(found.closingSignature?.printedName).toBe("Dr. Dagny Lindqvist");
    });
  });

  test("a slow loss of indel recall is warned of two weeks and more before it breaks its limit", async () => {
    const alerts = (await alertsOf(year().client)).filter(({ assay }) => assay === "germline-genome");
    const warned = alerts.filter(({ kind, subject }) => kind === "predictive" && subject.startsWith("recall of INDEL"));
    const broken = alerts.filter(({ kind, subject, run }) => {
      return kind === "immediate" && subject.startsWith("recall of INDEL") && run?.name.endsWith("_germline");
    });
    expect(warned).toHaveLength(1);
    expect(broken).toHaveLength(1);
    const [warnedAt, brokenAt] = [warned, broken].map(([alert]) => Date.parse(alert.openedAt));
    expect(brokenAt - warnedAt).toBeGreaterThanOrEqual(13.9 * DAY);
    const first = named(`germline ${weekOf.declineBegins}`).at.getTime();
    const recovered = named("germline 34");
    expect(warnedAt).toBeGreaterThan(first);
    expect(brokenAt).toBeLessThan(recovered.at.getTime());
    expect([...warned, ...broken].map(({ status }) => status)).toEqual(["resolved", "resolved"]);
    expect(await dispositionOf(year().client, recovered.name)).toMatchObject({ disposition: "released" });
  });

  test("a growing share of SNV artefacts is reported while every run is still within its limit", async () => {
    const alerts = (await alertsOf(year().client)).filter(({ subject }) => subject.startsWith("precision of SNP"));
    const ofGenomes = alerts.filter(({ assay }) => assay === "germline-genome");
    expect(ofGenomes.map(({ kind }) => kind)).toEqual(["predictive"]);
    expect(ofGenomes[0]).toMatchObject({ status: "acknowledged", assignedTo: { name: "t.berg" } });
    expect(Date.parse(ofGenomes[0].openedAt)).toBeGreaterThan(named(`germline ${weekOf.artefactsBegin}`).at.getTime());
    expect(ofGenomes[0].lastOccurrence.sentence).toMatch(/reaches the threshold, 0\.986, in \d/);
  });

  test("a sample swap fails every score of its run, and waits for a decision", async () => {
    const { client } = year();
    const { name } = named(`exome ${weekOf.last}`);
    const alerts = (await alertsOf(client)).filter(({ run }) => run?.name === name);
    expect(alerts.map(({ kind }) => kind)).toEqual(["immediate", "immediate", "immediate", "immediate"]);
    expect(alerts.map(({ subject }) => subject).sort()).toEqual([
      "precision of INDEL, exome",
      "precision of SNP, exome",
      "recall of INDEL, exome",
      "recall of SNP, exome",
    ]);
    expect(await dispositionOf(client, name)).toMatchObject({
      isReleased: false,
      proposal: { disposition: "held" },
      decision: null,
    });
    expect(await nonConformance(client, "not of the reference sample")).toMatchObject({
      status: "open",
      severity: "critical",
      openActions: 2,
    });
  });

  test("a failed run is told by Nextflow's own reports, and repeated", async () => {
    const { client } = year();
    const { name } = named(`germline ${weekOf.failedRun}`);
    const run = contentOf(await client.GET("/api/v1/runs/{run}", { params: { path: { run: name } } }));
    expect(run).toMatchObject({ status: "failed", disposition: "repeat" });
    expect(run.failure).toContain("MARK_DUPLICATES");
    const params = { path: { run: name }, query: { status: "failed" } } as const;
    const tasks = contentOf(await client.GET("/api/v1/runs/{run}/tasks", { params }));
    expect(tasks.items.map(({ process, exitCode }) => [process, exitCode])).toEqual([["MARK_DUPLICATES", 137]]);
    const repeat = named(`germline ${weekOf.failedRun} repeat`).name;
    expect(await dispositionOf(client, repeat)).toMatchObject({ disposition: "released" });
  });

  test.each([
    ["2.4.0", false, "rejected"],
    ["2.4.1", true, "released"],
  ])(
    "candidate %s: the gate's answer on the recall of indels is %s, and its run is %s",
    async (version, passed, disposition) => {
      const { client } = year();
      const runs = contentOf(await client.GET("/api/v1/runs", { params: { query: { limit: 500 } } })).items;
      const run = runs.find(({ name }) => name.endsWith(`_germline_${version}_validation`));
      expect(run).toMatchObject({ disposition });
      const params = { path: { run: run?.name ?? "" } };
      const files = contentOf(await client.GET("/api/v1/runs/{run}/artifacts", { params })).items;
      const gate = files.find(({ kind, uri }) => kind === "release gate" && uri.endsWith(".json"));
      const content = await client.GET("/api/v1/artifacts/{id}/content", {
        params: { path: { id: gate?.id ?? "" } },
        parseAs: "text",
      });
      const judged = JSON.parse(String(content.data)) as {
        readonly passed: boolean;
        readonly criteria: readonly { readonly type: string; readonly score: string; readonly verdict: string }[];
      };
      expect(judged.passed).toBe(passed);
      const recall = judged.criteria.find(({ type, score }) => type === "INDEL" && score === "recall");
      expect(recall?.verdict === "non-inferior").toBe(passed);
    },
  );

  test("both replicate studies are judged", async () => {
    const studies = contentOf(await year().client.GET("/api/v1/reproducibility", { params: { query: { limit: 10 } } }));
    expect(studies.items.map(({ verdict }) => verdict?.state)).toEqual(["in control", "in control"]);
  });

  test("a new lot of a control is not evaluable; its baseline and an override wait for the director", async () => {
    const { client } = year();
    const [first, second] = [weekOf.newControlLot, 50].map((week) => named(`methylation ${week}`).name);
    for (const name of [first, second]) {
      const states = new Set((await verdictsOf(client, name)).map(({ state }) => state));
      expect([...states]).toEqual(["not evaluable"]);
    }
    expect(await dispositionOf(client, first)).toMatchObject({ disposition: "held", pending: null });
    expect(await dispositionOf(client, second)).toMatchObject({
      isReleased: false,
      pending: { disposition: "released", status: "pending", isOverride: true },
    });
    const query = { status: "draft", limit: 10 } as const;
    const [draft] = contentOf(await client.GET("/api/v1/baselines", { params: { query } })).items;
    const baseline = contentOf(
      await client.GET("/api/v1/baselines/{id}", { params: { path: { id: draft?.id ?? "" } } }),
    );
    expect(baseline).toMatchObject({ name: "methylation-panel", version: 2, neededApprovals: 2 });
    expect(baseline.approvals).toHaveLength(1);
  });

  test("a lot that soon expires is told", async () => {
    const due = (await alertsOf(year().client)).filter(({ kind }) => kind === "due");
    expect(due.map(({ subject, status }) => [subject, status])).toEqual([
      ["reagent hybrid capture kit lot HC-0431", "open"],
    ]);
  });

  test("the audit trail is whole, and tells the times of the year", async () => {
    const { client, firstDay, lastDay } = year();
    const verified = contentOf(await client.GET("/api/v1/audit/verify", {}));
    expect(verified).toMatchObject({ holds: true, finding: null });
    const times: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: 500, ...(cursor === undefined ? {} : { cursor }) };
      const page = contentOf(await client.GET("/api/v1/audit", { params: { query } }));
      times.push(...page.items.map(({ time }) => time));
      cursor = page.next;
    }
    // The last events are those of this test's own start.
    const ofYear = times.filter((time) => time <= `${lastDay}T23:59`);
    expect(ofYear.length).toBeGreaterThan(900);
    expect(times.length - ofYear.length).toBeLessThan(5);
    expect(ofYear.every((time) => time >= firstDay)).toBe(true);
  });
}

/** All alerts, the oldest first. */
export async function alertsOf(client: TouchstoneClient): Promise<Alert[]> {
  const { items, next } = contentOf(await client.GET("/api/v1/alerts", { params: { query: { limit: 500 } } }));
  expect(next).toBeNull();
  return items.toReversed();
}

/**
 * Alerts that no incident is the cause of. Westgard's rules on 15 runs of four controls with limits from 36 points, and on
 * five of two, reject about 0.9 times a year although nothing is wrong; trend tests add about 0.1 (docs/methods/monitoring.md).
 */
export async function unplannedAlerts({ client, runs }: OpenedYear): Promise<Alert[]> {
  const planted = new Set(runs.filter((run) => isIll(run)).map(({ name }) => name));
  const alerts = await alertsOf(client);
  return alerts.filter(({ kind, run }) => {
    if (kind === "due") return false;
    return run === null || !(planted.has(run.name) || run.name.includes("_2.4.0_"));
  });
}

function isIll(run: PlannedRun): boolean {
  if (run.kind === "study") return false;
  if (run.kind === "controls") return run.lotShift !== 0 || run.ownShift !== null;
  return run.isSwapped || run.condition.indelLogit > 0 || run.condition.snvArtefacts > 1;
}

async function dispositionOf(client: TouchstoneClient, run: string) {
  return contentOf(await client.GET("/api/v1/runs/{run}/disposition", { params: { path: { run } } }));
}

async function verdictsOf(client: TouchstoneClient, name: string) {
  const { id } = contentOf(await client.GET("/api/v1/runs/{run}", { params: { path: { run: name } } }));
  const query = { runId: id, limit: 100 } as const;
  return contentOf(await client.GET("/api/v1/verdicts", { params: { query } })).items;
}

async function nonConformance(client: TouchstoneClient, title: string) {
  const { items } = contentOf(await client.GET("/api/v1/non-conformances", { params: { query: { limit: 100 } } }));
  const found = items.find((one) => one.title.includes(title));
  return contentOf(await client.GET("/api/v1/non-conformances/{id}", { params: { path: { id: found?.id ?? "" } } }));
}
