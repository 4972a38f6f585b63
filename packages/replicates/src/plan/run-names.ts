import { basename } from "node:path";

/**
 * Short names of runs: the files' names without folders and endings; longer where that does not tell them apart.
 */
export function runNames(runs: readonly { readonly path: string; readonly sample: string }[]): string[] {
  const candidates = [
    runs.map(({ path }) => basename(path).replace(/(\.g)?\.vcf(\.b?gz)?$/i, "")),
    runs.map(({ path, sample }) => `${basename(path)}:${sample}`),
    runs.map(({ path }) => path),
    runs.map(({ path, sample }) => `${path}:${sample}`),
  ];
  const distinct = candidates.find((names) => new Set(names).size === names.length && !names.includes(""));
  return distinct ?? runs.map(({ path, sample }, number) => `${number + 1}:${path}:${sample}`);
}
