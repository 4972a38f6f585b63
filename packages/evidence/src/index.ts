export { buildEvidenceBundle } from "./bundle/build-bundle.ts";
export type {
  EvidenceAlerts,
  EvidenceAudit,
  EvidenceComparisons,
  EvidenceContent,
  EvidenceDefinitions,
  EvidenceMeasurements,
  EvidenceRecord,
  EvidenceRun,
  EvidenceSignature,
} from "./bundle/content.ts";
export type { Check } from "./verify/check.ts";
export { type EvidenceVerification, type VerifyOptions, verifyEvidenceBundle } from "./verify/verify-bundle.ts";
