import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Says that a folder holds a whole year; written last, before the folder gets its name. */
const MARK = "year.json";

/** What is kept of a year beside its records. */
export interface YearMark {
  readonly seed: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The mark of a finished year; null where there is none. */
export function finishedYear(folder: string): YearMark | null {
  const path = join(folder, MARK);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as YearMark) : null;
}

/**
 * Has a year built beside the folder, which gets it whole or not at all. What an interrupted build left behind is removed
 * first; so is a year that was there before, once the new one is finished.
 */
export async function buildInto(folder: string, build: (unfinished: string) => Promise<YearMark>): Promise<YearMark> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    const mark = await build(unfinished);
    writeFileSync(join(unfinished, MARK), `${JSON.stringify(mark, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
    return mark;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}
