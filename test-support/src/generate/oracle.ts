import { writeFileSync } from "node:fs";

/** Counts of what was generated, by name. */
export class Oracle {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  /** 0 for what was never counted. */
  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** Writes `name<TAB>count` lines, sorted by name. */
  write(path: string): void {
    const lines = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name}\t${count}\n`);
    writeFileSync(path, lines.join(""));
  }
}
