import { renameSync, statSync, writeFileSync } from "node:fs";
import {
  BGZF_EOF,
  END_OF_FILE,
  findInfoValue,
  infoValueEnd,
  parseNumber,
  readVcfHeader,
  TabixBuilder,
  TextFile,
  virtualPosition,
} from "@touchstone/formats";
import { TruthError } from "../error.ts";

const TAB = 9;
const END_KEY = Buffer.from("END");

/**
 * Writes the tabix index of a VCF file beside it, as `tabix -p vcf` does. It is there whole or not at all.
 *
 * @returns its path
 * @throws FormatError of a file that is no sorted VCF in BGZF; TruthError TS_TRUTH_UNWRITABLE
 */
export function makeIndex(vcf: string): string {
  const file = TextFile.open(vcf);
  try {
    const builder = new TabixBuilder();
    // Where the block stands that marks the end.
    const textEnd = virtualPosition(statSync(vcf).size - BGZF_EOF.length, 0);
    let at = readVcfHeader(file, vcf).recordsStart;
    while (at < END_OF_FILE) {
      const line = file.lineAt(at);
      const next = file.lineAfter(at);
      if (line.length > 0) addLine(builder, line, at, next === END_OF_FILE ? textEnd : next);
      at = next;
    }
    return write(`${vcf}.tbi`, builder.toBytes());
  } finally {
    file.close();
  }
}

function addLine(builder: TabixBuilder, line: Buffer, start: number, end: number): void {
  const tabs: number[] = [];
  for (let at = line.indexOf(TAB); at !== -1 && tabs.length < 8; at = line.indexOf(TAB, at + 1)) tabs.push(at);
  const [contigEnd, positionEnd, idEnd, refEnd] = tabs;
  const start0 = Number(line.toString("latin1", contigEnd + 1, positionEnd)) - 1;
  const infoEnd = tabs[7] ?? line.length;
  const value = findInfoValue(line, tabs[6] + 1, infoEnd, END_KEY);
  const infoSaysEnd = value === -1 ? Number.NaN : parseNumber(line, value, infoValueEnd(line, value, infoEnd));
  const refSaysEnd = start0 + refEnd - idEnd - 1;
  builder.add(
    line.toString("latin1", 0, contigEnd),
    start0,
    infoSaysEnd > start0 ? infoSaysEnd : refSaysEnd,
    start,
    end,
  );
}

function write(path: string, bytes: Buffer): string {
  try {
    writeFileSync(`${path}.tmp`, bytes);
    renameSync(`${path}.tmp`, path);
    return path;
  } catch (error) {
    const reason = (error as Error).message.split(", ")[0];
    throw new TruthError("TS_TRUTH_UNWRITABLE", `${path}: cannot be written: ${reason}`, { file: path }, error);
  }
}
