import type { BedRecord } from "./bed-record.ts";
import type { BedRegions } from "./intervals.ts";

/** The line of a BED record, with its newline. */
export function formatBedRecord(record: BedRecord): string {
  return `${[record.contig, record.start, record.end, ...record.columns].join("\t")}\n`;
}

/** The text of a BED file of three columns, contig by contig. */
export function formatBed(regions: BedRegions): string {
  const lines: string[] = [];
  for (const [contig, { starts, ends }] of regions) {
    for (let i = 0; i < starts.length; i++) lines.push(`${contig}\t${starts[i]}\t${ends[i]}\n`);
  }
  return lines.join("");
}
