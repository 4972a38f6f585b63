import { compareFiles } from "./compare-files.ts";
import { sharedData } from "./shared-data.ts";

/** Which files of the shared data are compared. */
export interface SharedCalls {
  /** Folder with a `truth.vcf.gz`. */
  readonly folder: string;
  readonly query: string;
  readonly reference: string;
  /** Whether records that failed a filter are assessed too. */
  readonly allRecords?: boolean;
}

/** Compares a call set of the shared data with its truth; returns what `compareFiles` does. */
export function compareSharedCalls({
  folder,
  allRecords = false,
  ...calls
}: SharedCalls): Promise<ReadonlyMap<string, Buffer>> {
  return compareFiles({
    truth: sharedData(`${folder}/truth.vcf.gz`),
    query: sharedData(`${folder}/${calls.query}`),
    reference: sharedData(`${folder}/${calls.reference}`),
    allRecords,
  });
}
