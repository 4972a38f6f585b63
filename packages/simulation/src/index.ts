export { type AnnotationCacheInput, buildAnnotationCache } from "./annotation/build-annotation-cache.ts";
export {
  SimulationError,
  type SimulationErrorCode,
  type SimulationErrorDetails,
  simulationErrorCodes,
} from "./error.ts";
export { binomial, normal } from "./random/draws.ts";
export { Random } from "./random/random.ts";
export { randomOf } from "./random/random-of.ts";
export { defaultReadOptions, type ReadOptions } from "./reads/read-options.ts";
export { type LaneFiles, type SequencingRun, writeReads } from "./reads/write-reads.ts";
export { basesOf, generateContig, unknownEnd } from "./reference/generate-contig.ts";
export { makeTestData, type RealPiece, type TestData, type TestDataOptions } from "./test-data/make-test-data.ts";
export type { Call, Edit, Kind } from "./variants/call.ts";
export { callOf, shiftRight } from "./variants/edit.ts";
export { chooseEvent, type Event, type EventOptions, indelEvent, otherBase } from "./variants/event.ts";
