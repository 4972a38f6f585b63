import type { DeclaredSample } from "./identity-input.ts";

/** Whether two declarations are of one individual: one sample, truth set or control material. */
export function areDeclaredSame(first: DeclaredSample, second: DeclaredSample): boolean {
  if (first.sample === second.sample) return true;
  if (first.truthSet !== null && first.truthSet === second.truthSet) return true;
  return first.material !== null && first.material === second.material;
}
