import { readFile } from "node:fs/promises";
import { toolAvailable } from "@touchstone/test-support";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { addExampleRun, IMAGE, signDisposition } from "./example-run.ts";
import { startLaboratory, type TestLaboratory } from "./laboratory.ts";
import { announceRecordedRun } from "./recorded-run.ts";

const HOSTILE = "<img src=x onerror=alert(1)>";

/** What is written in each of the elements, on one line. */
async function textsOf(elements: Locator): Promise<string[]> {
  await elements.first().waitFor();
  return (await elements.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
}

describe.skipIf(!toolAvailable("chromium"))("the page of a run in chromium", () => {
  let dashboard: TestDashboard;
  let laboratory: TestLaboratory;
  let runId: string;
  let content: Buffer;

  beforeAll(async () => {
    dashboard = await startDashboard();
    laboratory = await startLaboratory(dashboard);
    await laboratory.addAssay("panel");
    runId = await addExampleRun(dashboard, laboratory, {
      name: HOSTILE,
      control: 145,
      pipelineVersion: null,
      parameters: { depth: 30, caller: { model: HOSTILE } },
      missed: 50,
    });
    content = Buffer.from("##fileformat=VCFv4.2\n");
    await fetch(`${dashboard.address}/api/v1/runs/${runId}/artifacts/upload?kind=vcf&name=calls.vcf`, {
      method: "POST",
      headers: { authorization: `Bearer ${dashboard.token}`, "content-type": "text/plain" },
      body: new Uint8Array(content),
    });
    const about = { title: "Control too high", description: "EGFR", severity: "major", runId };
    await laboratory.rita.post("/non-conformances", about);
    await signDisposition(dashboard, laboratory, runId, "rejected");
  }, 180_000);

  afterAll(() => dashboard?.stop());

  const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();

  async function openRun(person: string): Promise<Page> {
    const page = await dashboard.open(person, `/runs/${runId}`);
    await page.getByRole("heading", { level: 1, name: HOSTILE }).waitFor();
    return page;
  }

  test("says whether the results may leave the house, why, and who signed", async () => {
    const page = await openRun("rita");
    const disposition = panel(page, "Disposition");
    await disposition.getByText("The results stay here.").waitFor();
    await disposition.getByText("the control drifted").waitFor();
    expect((await textsOf(disposition))[0]).toMatch(/Signed: rejected.*Dr rita.*reviewed and decided/);
    await disposition.getByRole("link", { name: "Sign" }).click();
    await page.waitForURL((url) => url.pathname === "/dispositions" && url.searchParams.get("sign") === runId);
    await dashboard.close(page);
  });

  test("has every verdict with rule, scope, baseline and rule set, also what was not evaluable", async () => {
    const page = await openRun("rita");
    const verdicts = panel(page, "Verdicts").getByRole("table");
    await verdicts.waitFor();
    const rows = await textsOf(verdicts.locator("tbody tr"));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/out of control all controls of the run/);
    expect(rows[1]).toMatch(
      /out of control EGFR L858R in HD829, lot 7 .*1-3s .*\(rejection\).* baseline panel 1 rule set westgard 1 /,
    );
    expect(rows[2]).toMatch(/not evaluable no thresholds comparison/);
    await dashboard.close(page);
  });

  test("has scores with intervals, images with digests, parameters, non-conformances and the timeline", async () => {
    const page = await openRun("rita");
    const [scores] = await textsOf(panel(page, "Comparisons with truth sets").getByRole("table"));
    expect(scores).toContain("0.9950 (0.9934–0.9962)");
    expect(scores).toMatch(/9.950\s+50\s+3/);
    const [images] = await textsOf(panel(page, "Container images").getByRole("table"));
    expect(images).toContain(IMAGE.split("@")[1]);
    expect(images).toContain("named by a tag");
    const [parameters] = await textsOf(panel(page, "Parameters").getByRole("table"));
    expect(parameters).toContain(HOSTILE);
    await panel(page, "Non-conformances").getByText("Control too high").waitFor();
    await panel(page, "Timeline").getByText("1 verdict: not evaluable").waitFor();
    expect(await page.locator("img").count()).toBe(0);
    await dashboard.close(page);
  });

  test("files that Touchstone keeps are downloaded, those kept elsewhere are named", async () => {
    const page = await openRun("rita");
    const files = panel(page, "Files");
    await files.getByText("s3://lab/reads.bam").waitFor();
    await files.getByText("12.3 GB").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      files.getByRole("link", { name: "Download calls.vcf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("calls.vcf");
    expect(await readFile(await download.path())).toEqual(content);
    await dashboard.close(page);
  });

  test("the evidence bundle is for those who may see the trail, the report for all", async () => {
    const technologist = await openRun("tess");
    expect(await technologist.getByRole("link", { name: "Evidence bundle" }).count()).toBe(0);
    const [report] = await Promise.all([
      technologist.context().waitForEvent("page"),
      technologist.getByRole("link", { name: "Report", exact: true }).click(),
    ]);
    await report.getByRole("heading", { level: 1 }).getByText(HOSTILE).waitFor();
    expect(await report.locator("img").count()).toBe(0);
    await dashboard.close(technologist);
    const director = await openRun("dora");
    const [bundle] = await Promise.all([
      director.waitForEvent("download"),
      director.getByRole("link", { name: "Evidence bundle" }).click(),
    ]);
    expect(bundle.suggestedFilename()).toMatch(/^evidence-.*\.zip$/);
    await dashboard.close(director);
  });

  test("tasks of a run of Nextflow appear and change by themselves", async () => {
    const recorded = await announceRecordedRun(dashboard);
    const page = await dashboard.open("tess", `/runs/${recorded.name}`);
    await panel(page, "Tasks").getByText("No task was reported").waitFor();
    await recorded.send(4);
    const counts = panel(page, "Tasks").getByRole("status");
    await counts.getByText("2 new, 2 running", { exact: true }).waitFor();
    await panel(page, "Run").getByText("running").waitFor();
    await recorded.send(recorded.length);
    await counts.getByText("6 completed, 3 failed", { exact: true }).waitFor();
    await panel(page, "Run").getByText("succeeded").waitFor();
    expect(await page.locator(".task-bar").count()).toBe(9);
    const drawn = page.getByRole("img", { name: /^9 tasks of 2 processes over 1\d\.\d s: 6 completed, 3 failed\./ });
    expect(await drawn.count()).toBe(1);
    const [first] = await textsOf(panel(page, "Tasks").locator("tbody tr"));
    expect(first).toMatch(/^1 ALIGN .*completed 1 0 2026-11-29 13:47/);
    await dashboard.close(page);
  });

  test("a run that is not there is said to be so", async () => {
    const page = await dashboard.open("tess", "/runs/nothing");
    await page.getByRole("alert").getByText("nothing").waitFor();
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("rita", `/runs/${runId}`, { theme, width });
    await panel(page, "Timeline").getByRole("table").waitFor();
    await panel(page, "Verdicts").getByRole("table").waitFor();
    await panel(page, "Files").getByRole("table").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
