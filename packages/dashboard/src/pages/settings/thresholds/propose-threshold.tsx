import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useShowRecord } from "../parts/record-address.tsx";

type Threshold = ItemOf<"/api/v1/thresholds">;

const SCORES = [
  { id: "precision", label: "Precision" },
  { id: "recall", label: "Recall" },
  { id: "f1", label: "F1" },
] as const;
const TYPES = [
  { id: "SNP", label: "SNP" },
  { id: "INDEL", label: "INDEL" },
  { id: "ALL", label: "All, where types are not told apart" },
] as const;
const STAGES = [
  { id: "routine", label: "Routine: each run" },
  { id: "release", label: "Release: a pipeline version" },
] as const;
const DECIMAL = "\\s*(0|1|[01]?[.]\\d+)\\s*";
const INTEGER = "\\s*[1-9]\\d*\\s*";

/** Asks for a threshold and proposes it as a draft. */
export function ProposeThreshold({ onClose }: { readonly onClose: () => void }): ReactElement {
  const show = useShowRecord();
  const assays = useQuery(api.queryOptions("get", "/api/v1/assays", { params: { query: { limit: 500 } } }));
  const options = (assays.data?.items ?? [])
    .filter(({ status }) => status !== "retired")
    .map(({ id, name, version }) => ({ id, label: `${name} v${version}` }));
  const [assayId, setAssayId] = useState<string | null>(null);
  const [score, setScore] = useState<Threshold["score"]>("recall");
  const [variantType, setVariantType] = useState<(typeof TYPES)[number]["id"]>("SNP");
  const [stage, setStage] = useState<Threshold["stage"]>("routine");
  const [text, setText] = useState({ stratum: "", minimum: "", observations: "", trendHorizonDays: "", citation: "" });
  const change = (name: keyof typeof text) => (value: string) => setText({ ...text, [name]: value });
  const chosen = assays.data?.items.find(({ id }) => id === assayId);
  const propose = async () => {
    // The form is not sent before one is chosen.
    if (chosen === undefined) return;
    const stratum = text.stratum.trim();
    const trend = text.trendHorizonDays.trim();
    const { data } = await client.POST("/api/v1/thresholds", {
      body: {
        assay: { name: chosen.name, version: chosen.version },
        score,
        variantType,
        stage,
        minimum: Number(text.minimum),
        observations: Number(text.observations),
        citation: text.citation.trim(),
        ...(stratum === "" ? {} : { stratum }),
        ...(trend === "" ? {} : { trendHorizonDays: Number(trend) }),
      },
    });
    await refresh("/api/v1/thresholds");
    if (data !== undefined) show(data.id);
  };
  return (
    <FormDialog title="Propose a threshold" action="Propose as a draft" isOpen onClose={onClose} onSubmit={propose}>
      <SelectField
        label="Assay"
        options={options}
        value={assayId}
        onChange={setAssayId}
        isRequired
        placeholder={options.length === 0 ? "There is no assay yet" : "Choose"}
      />
      <div className="field-pair">
        <SelectField label="Score" options={SCORES} value={score} onChange={setScore} />
        <SelectField label="Variant type" options={TYPES} value={variantType} onChange={setVariantType} />
      </div>
      <SelectField label="Stage" options={STAGES} value={stage} onChange={setStage} />
      <TextField
        label="Stratum"
        name="stratum"
        value={text.stratum}
        onChange={change("stratum")}
        hint="As comparisons name it; empty for all that is compared"
      />
      <div className="field-pair">
        <TextField
          label="At least"
          name="minimum"
          inputMode="decimal"
          pattern={DECIMAL}
          value={text.minimum}
          onChange={change("minimum")}
          isRequired
          hint="A share, from 0 to 1: 0.995"
        />
        <TextField
          label="Fewest records that may be judged"
          name="observations"
          inputMode="numeric"
          pattern={INTEGER}
          value={text.observations}
          onChange={change("observations")}
          isRequired
          hint="29 of 29 do not show what 2900 of 2900 do"
        />
      </div>
      <TextField
        label="Days ahead that a decline counts"
        name="trendHorizonDays"
        inputMode="numeric"
        pattern={INTEGER}
        value={text.trendHorizonDays}
        onChange={change("trendHorizonDays")}
        hint="Empty to watch no trend"
      />
      <TextField
        label="Citation"
        name="citation"
        isLong
        value={text.citation}
        onChange={change("citation")}
        isRequired
        hint="Where the limit comes from: a publication and its place, or the laboratory's own record"
      />
    </FormDialog>
  );
}
