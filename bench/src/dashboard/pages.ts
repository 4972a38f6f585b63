import type { Locator, Page } from "playwright-core";
import { chartedControl } from "../server/fill-records.ts";

/** A page of the dashboard, and by what one sees that its data are there. */
export interface BenchPage {
  readonly name: string;
  readonly path: string;
  /** Its label in the navigation; null for pages that are not in it. */
  readonly link: string | null;
  shows(page: Page): Locator;
}

/** Address of the chart of the control that is measured in each run. */
const CHART = `/control-charts?${new URLSearchParams({ ...chartedControl, lot: "A" })}`;

/** Pages over `fillRecords` of so many runs. */
export function pagesOver(runs: number): Readonly<Record<string, BenchPage>> {
  const lastRun = `run ${runs}`;
  const row = (page: Page, text: string | RegExp) => page.getByRole("row").filter({ hasText: text });
  return {
    overview: { name: "overview", path: "/overview", link: "Overview", shows: (page) => page.getByText("assay 1") },
    runs: { name: "runs", path: "/runs", link: "Runs", shows: (page) => row(page, lastRun) },
    run: {
      name: "a run",
      path: `/runs/${encodeURIComponent(lastRun)}`,
      link: null,
      shows: (page) => page.locator("table tbody tr"),
    },
    concordance: {
      name: "concordance",
      path: "/concordance?assay=assay+1",
      link: null,
      shows: (page) => page.locator(".chart-drawing svg"),
    },
    series: {
      name: "control charts, list",
      path: "/control-charts",
      link: "Control charts",
      shows: (page) => row(page, "analyte 1"),
    },
    chart: { name: "control chart", path: CHART, link: null, shows: (page) => page.locator(".chart-drawing svg") },
    dispositions: {
      name: "dispositions",
      path: "/dispositions",
      link: "Dispositions",
      shows: (page) => page.locator("main a[href*='/runs/']"),
    },
    alerts: {
      name: "alerts",
      path: "/alerts",
      link: "Alerts",
      shows: (page) => page.locator("main a[href*='/alerts/']"),
    },
    audit: { name: "audit", path: "/audit", link: "Audit", shows: (page) => row(page, "run.add") },
    settings: {
      name: "settings, lots",
      path: "/settings/reagent-lots",
      link: null,
      shows: (page) => row(page, "lot 1"),
    },
  };
}
