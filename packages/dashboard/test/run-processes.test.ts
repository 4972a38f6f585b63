import { toolAvailable } from "@touchstone/test-support";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { germlineTasks, manyTasks, type ReportedTask } from "./germline-run.ts";

const NAME = "germline-42";
const STOOD_IN = { standsFor: "BWA-MEM2", used: "bwa", version: "0.7.17-r1188", note: "The same algorithm." };

describe.skipIf(!toolAvailable("chromium"))("steps of a run in chromium", () => {
  let dashboard: TestDashboard;

  beforeAll(async () => {
    const prices = ["--cpu-hour-price", "0.04", "--gb-hour-price", "0.005", "--currency", "EUR"];
    dashboard = await startDashboard(prices);
    await dashboard.addPerson("tess", "technologist");
    await addRun(NAME, "succeeded");
    await report(NAME, germlineTasks());
    const toolVersions = [
      { process: "BWA_MEM", tool: "bwa", version: "0.7.17-r1188" },
      { process: "BWA_MEM", tool: "samtools", version: "1.20" },
      { process: "MULTIQC", tool: "multiqc", version: "1.35" },
    ];
    await dashboard.client.PUT("/api/v1/runs/{run}/tools", {
      params: { path: { run: NAME } },
      body: { toolVersions, substitutions: [STOOD_IN] },
    });
  }, 120_000);

  afterAll(() => dashboard?.stop());

  async function addRun(name: string, status: "succeeded" | "running"): Promise<void> {
    const body = { name, status, performedAt: "2026-03-01T09:00:00Z", samples: ["HG002_R1", "HG002_R2"] };
    await dashboard.client.POST("/api/v1/runs", { body });
  }

  async function report(run: string, tasks: readonly ReportedTask[]): Promise<void> {
    await dashboard.client.POST("/api/v1/runs/{run}/tasks", { params: { path: { run } }, body: { tasks: [...tasks] } });
  }

  const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();

  test("each process has its tasks, time, memory and cost, and the whole run stands last", async () => {
    const page = await dashboard.open("tess", `/runs/${NAME}`);
    const rows = panel(page, "Processes").locator("tbody tr");
    await rows.first().waitFor();
    const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
    expect(texts).toHaveLength(21);
    // Two of 21 s and one that failed after 7: 49 s, for 8 CPUs each; the second attempt asked for 32 GB.
    const bwa = texts.find((text) => text.startsWith("BWA_MEM")) ?? "";
    expect(bwa).toMatch(/^BWA_MEM 3 1 failed 1 retried 49\.0 s 21\.0 s 4 min 46 s 30% 4\.80 GB of 16\.0 GB/);
    const gigabytes = (16e9 * 28 + 32e9 * 21) / 1024 ** 3;
    const cost = (49 * 8 * 0.04 + gigabytes * 0.005) / 3600;
    expect(bwa).toContain(`${cost.toPrecision(2)} EUR`);
    expect(texts[0]).toMatch(/^PREPARE_REFERENCE:SAMTOOLS_FAIDX 1 1 cached – – – – 0 EUR$/);
    expect(texts.at(-1)).toMatch(/^The whole run 42 3 cached 2 failed 2 retried /);
    await panel(page, "Processes").getByText("0.04 EUR a CPU-hour").waitFor();
    await dashboard.close(page);
  });

  test("what stood in for what is said first, and programs have their versions", async () => {
    const page = await dashboard.open("tess", `/runs/${NAME}`);
    const notice = page.getByRole("note", { name: "Substituted programs" });
    await notice.getByText("▲ bwa 0.7.17-r1188 stood in for BWA-MEM2.").waitFor();
    await notice.getByText("The same algorithm.").waitFor();
    const before = await notice.boundingBox();
    const disposition = await panel(page, "Disposition").boundingBox();
    expect(before?.y ?? 0).toBeLessThan(disposition?.y ?? 0);
    const programs = panel(page, "Programs").locator("tbody tr");
    expect(await programs.count()).toBe(3);
    await dashboard.close(page);
  });

  test("a thousand tasks go from submitted through running to completed without the page being read anew", async () => {
    await addRun("many", "running");
    const page = await dashboard.open("tess", "/runs/many");
    await panel(page, "Tasks").getByText("No task was reported").waitFor();
    await page.evaluate("globalThis.isSame = true");
    const counts = panel(page, "Tasks").getByRole("status");
    const tasks = manyTasks(1000);
    await report("many", tasks);
    await counts.getByText("1000 submitted", { exact: true }).waitFor();
    const startedAt = "2026-03-01T09:00:20Z";
    await report(
      "many",
      tasks.map((task) => ({ ...task, status: "running", startedAt })),
    );
    await counts.getByText("1000 running", { exact: true }).waitFor();
    const ended = { status: "completed", startedAt, finishedAt: "2026-03-01T09:00:30Z", realtimeMs: 10_000 } as const;
    await report(
      "many",
      tasks.slice(0, 600).map((task) => ({ ...task, ...ended })),
    );
    await counts.getByText("400 running, 600 completed", { exact: true }).waitFor();
    await panel(page, "Processes").getByText("400 unfinished").first().waitFor();
    expect(await page.evaluate("globalThis.isSame")).toBe(true);
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("tess", `/runs/${NAME}`, { theme, width });
    await panel(page, "Processes").getByRole("table").waitFor();
    await panel(page, "Programs").getByRole("table").waitFor();
    await panel(page, "Timeline").getByRole("table").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
