export { Random } from "@touchstone/simulation";
export { allOf } from "./all-of.ts";
export {
  type BruteForceOptions,
  type BruteForceResult,
  bruteForce,
  type Placement,
} from "./brute-force/brute-force.ts";
export type { GenotypedRecord } from "./brute-force/genotyped-record.ts";
export { type ChildServer, startChildServer } from "./child-server.ts";
export { type Behaviour, FileServer, type ServedFile, type ServedRequest } from "./file-server.ts";
export { generateDemoPair } from "./generate/generate-demo-pair.ts";
export { generateNextVersion } from "./generate/generate-next-version.ts";
export { generatePair } from "./generate/generate-pair.ts";
export {
  generateRepeatCluster,
  type RepeatCluster,
  type RepeatClusterOptions,
} from "./generate/generate-repeat-cluster.ts";
export {
  type GeneratedReplicates,
  generateReplicates,
  type ReplicatesOptions,
} from "./generate/generate-replicates.ts";
export { generateStratifications, type StratificationOptions } from "./generate/generate-stratifications.ts";
export { Oracle } from "./generate/oracle.ts";
export type { ErrorRates, GeneratedPair, PairOptions } from "./generate/pair-options.ts";
export { expectIndexed, type IndexedLimits } from "./large-database/expect-indexed.ts";
export {
  fillLargeDatabase,
  type LargeRecordKind,
  largeDatabaseRows,
  largeRecordId,
} from "./large-database/fill-large-database.ts";
export { missingPipelinePrograms, pipelineEnvironment } from "./nextflow/pipeline-environment.ts";
export { postgresAvailable, startPostgres, type TestPostgres } from "./postgres/start-postgres.ts";
export { pythonAvailable, pythonEnvironment } from "./python/python-environment.ts";
export { checkProofs, type ProofReport } from "./replay/check-proofs.ts";
export { type ChosenRecord, type Replay, replaySuperlocus } from "./replay/replay-superlocus.ts";
export { type S3Fault, S3Stub, type S3StubOptions, type S3StubRequest, startS3Stub } from "./s3-stub/s3-stub.ts";
export { sharedData, sharedDataAvailable } from "./shared-data.ts";
export { SHARED_PIECE_DATA, sharedPiece } from "./shared-piece.ts";
export { requireTool, toolAvailable } from "./tools.ts";
