export type { Call } from "@touchstone/simulation";
export {
  binomial,
  chooseEvent,
  type Event,
  generateContig,
  normal,
  Random,
  randomOf,
  unknownEnd,
} from "@touchstone/simulation";
export { CallOutput } from "./call-output.ts";
export { ConfidentRegions } from "./confident-regions.ts";
export { injectError } from "./inject-error.ts";
export { ReferenceOutput } from "./reference-output.ts";
export { represent } from "./represent.ts";
export { TextOutput } from "./text-output.ts";
