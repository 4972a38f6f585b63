import type { Genome } from "../genome/generate-genome.ts";
import type { Agenda } from "./agenda.ts";
import type { Calendar } from "./calendar.ts";
import type { Laboratory } from "./laboratory.ts";

/** What everything that happens in the year works with. */
export interface Story {
  readonly laboratory: Laboratory;
  readonly agenda: Agenda;
  readonly calendar: Calendar;
  readonly genome: Genome;
  readonly seed: number;
  /** Folder of call sets, comparisons and studies. */
  readonly files: string;
  readonly signal: AbortSignal;
}
