import type { Measurement } from "./measure.ts";

/** A measurement as a row of a Markdown table. */
export function row(name: string, measurement: Measurement): string {
  const { wallSeconds, cpuSeconds, peakMegabytes } = measurement;
  return `| ${name} | ${wallSeconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${peakMegabytes.toFixed(0)} |`;
}

/** The head of the table that `row` fills. */
export const tableHead = "| program | wall s | CPU s | peak MB |\n|---|---|---|---|";

/** How many times as long the first took as the second. */
export function ratio(first: number, second: number): string {
  return `${(first / second).toFixed(2)}x`;
}
