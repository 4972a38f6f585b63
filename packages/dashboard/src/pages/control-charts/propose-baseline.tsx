import { type ReactElement, useState } from "react";
import { client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Chart, type SeriesQuery, seriesText } from "./control-data.ts";

const SCALES = (["raw", "logit", "arcsine", "log"] as const).map((scale) => ({ id: scale, label: scale }));

/** Makes a draft of stored measurements of the series; it judges nothing until other people have approved it. */
export function ProposeBaseline(props: {
  readonly chart: Chart;
  readonly series: SeriesQuery;
  readonly onClose: () => void;
}): ReactElement {
  const { chart, series, onClose } = props;
  const lot = series.materialLot ?? chart.points.at(-1)?.materialLot ?? null;
  const [name, setName] = useState(chart.limits.at(-1)?.baseline.name ?? "");
  const [from, setFrom] = useState(chart.points[0]?.time.slice(0, 10) ?? "");
  const [before, setBefore] = useState("");
  const [scale, setScale] = useState<(typeof SCALES)[number]["id"]>(chart.limits.at(-1)?.scale ?? "raw");
  const propose = async () => {
    const establish = {
      name,
      materials: [{ name: series.material, ...(lot === null ? {} : { lot }) }],
      analytes: [series.analyte],
      from: `${from}T00:00:00Z`,
      before: `${before}T00:00:00Z`,
      ...(scale === "raw" ? {} : { scales: [{ analyte: series.analyte, scale }] }),
    };
    await client.POST("/api/v1/baselines", { body: { establish } });
    await queryClient.invalidateQueries();
  };
  return (
    <FormDialog title="Propose a baseline" action="Propose" isOpen onClose={onClose} onSubmit={propose}>
      <p className="muted">
        Of {seriesText({ ...chart, materialLot: lot })}: the first replicate of each run of these days, without what is
        excluded. It is a draft until enough other people have approved it.
      </p>
      <TextField label="Name" value={name} onChange={setName} isRequired maxLength={200} />
      <TextField label="From (UTC)" type="date" value={from} onChange={setFrom} isRequired />
      <TextField label="Before (UTC)" type="date" value={before} onChange={setBefore} isRequired />
      <SelectField label="Scale of the limits" options={SCALES} value={scale} onChange={setScale} />
    </FormDialog>
  );
}
