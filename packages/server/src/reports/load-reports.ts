/** The reports with their charts, which take a while to load: only when one is asked for. */
export function loadReports(): Promise<typeof import("@touchstone/report")> {
  return import("@touchstone/report");
}
