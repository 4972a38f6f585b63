/** An image that tasks of a run ran in. */
export interface RunImage {
  /** As the tasks name it. */
  readonly reference: string;
  /** The same without its digest. */
  readonly name: string;
  /** `sha256:...`; null where it is named by a tag alone. */
  readonly digest: string | null;
  /** Names of the processes, sorted. */
  readonly processes: readonly string[];
  readonly tasks: number;
}

/** The images of tasks, by reference; tasks without one are left out. */
export function runImages(
  tasks: readonly { readonly process: string; readonly container: string | null }[],
): RunImage[] {
  const references = new Set(tasks.flatMap(({ container }) => container ?? []));
  return [...references].sort().map((reference) => {
    const ofImage = tasks.filter(({ container }) => container === reference);
    const [name = reference, digest = null] = reference.split(/@(?=sha\d+:)/);
    const processes = [...new Set(ofImage.map(({ process }) => process))].sort();
    return { reference, name, digest, processes, tasks: ofImage.length };
  });
}
