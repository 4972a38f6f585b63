import { api } from "../../api/api.ts";
import type { SelectOption } from "../../ui/select-field.tsx";
import { assayText, pipelineText } from "./run-words.ts";

/** As many as one page of a list gives. */
const query = { limit: 500 };

/** What runs can come from, to choose among. */
export interface RunOrigins {
  readonly assays: readonly SelectOption<string>[];
  readonly pipelineVersions: readonly SelectOption<string>[];
  readonly instruments: readonly SelectOption<string>[];
}

/** The assays, pipeline versions and instruments on record; empty until they are read. */
export function useRunOrigins(): RunOrigins {
  const assays = api.useQuery("get", "/api/v1/assays", { params: { query } });
  const versions = api.useQuery("get", "/api/v1/pipeline-versions", { params: { query } });
  const instruments = api.useQuery("get", "/api/v1/instruments", { params: { query } });
  return {
    assays: (assays.data?.items ?? []).map((assay) => ({ id: assay.id, label: assayText(assay) ?? "" })),
    pipelineVersions: (versions.data?.items ?? []).map((version) => ({
      id: version.id,
      label: pipelineText(version) ?? "",
    })),
    instruments: (instruments.data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
  };
}
