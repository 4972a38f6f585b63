import type { YearProgress } from "./year/build-year.ts";

const WIDTH = 28;
/** Milliseconds between two pictures of the bar. */
const INTERVAL = 80;
/** Share of the year after which a line is written where nobody watches. */
const STEP = 0.1;

/** Where progress is shown. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far the year has come: a bar on a terminal, a line for each tenth elsewhere. `end` clears the bar. */
export function showProgress(output: ProgressOutput): { show(progress: YearProgress): void; end(): void } {
  let shownAt = 0;
  let nextLine = 0;
  return {
    show({ share, day, what }) {
      if (output.isTTY === true) {
        if (performance.now() - shownAt < INTERVAL) return;
        shownAt = performance.now();
        const filled = Math.round(share * WIDTH);
        const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        output.write(`\r\x1b[K${bar} ${day}  ${what}`.slice(0, 110));
      } else if (share >= nextLine) {
        output.write(`${String(Math.round(share * 100)).padStart(3)}%  ${day}\n`);
        nextLine += STEP;
      }
    },
    end() {
      if (output.isTTY === true) output.write("\r\x1b[K");
    },
  };
}
