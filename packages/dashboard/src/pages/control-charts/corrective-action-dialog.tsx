import { type ReactElement, useState } from "react";
import { client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { useMay } from "../../api/session.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Chart, type ChartPoint, seriesText } from "./control-data.ts";

const SEVERITIES = (["minor", "major", "critical"] as const).map((severity) => ({ id: severity, label: severity }));

/** Opens a non-conformance about a flagged point, with what is to be done about it. */
export function CorrectiveActionDialog(props: {
  readonly chart: Chart;
  readonly point: ChartPoint;
  readonly onClose: () => void;
}): ReactElement {
  const { chart, point, onClose } = props;
  const mayPlan = useMay("review");
  const [title, setTitle] = useState(
    `${seriesText(chart)}: ${point.state ?? "not judged"} in ${point.run.name}`.slice(0, 200),
  );
  const [description, setDescription] = useState(point.sentence ?? "");
  const [severity, setSeverity] = useState<(typeof SEVERITIES)[number]["id"]>("minor");
  const [action, setAction] = useState("");
  const [dueOn, setDueOn] = useState("");
  const open = async () => {
    const alertIds = point.alertId === null ? [] : [point.alertId];
    const body = { title, description, severity, runId: point.run.id, alertIds };
    const { data } = await client.POST("/api/v1/non-conformances", { body });
    if (mayPlan && data !== undefined) {
      await client.POST("/api/v1/non-conformances/{id}/corrective-actions", {
        params: { path: { id: data.id } },
        body: { kind: "corrective", description: action, ...(dueOn === "" ? {} : { dueOn }) },
      });
    }
    await queryClient.invalidateQueries();
  };
  return (
    <FormDialog
      title="Open a corrective action"
      action={mayPlan ? "Open and plan" : "Open the non-conformance"}
      isOpen
      onClose={onClose}
      onSubmit={open}
    >
      <TextField label="Title" value={title} onChange={setTitle} isRequired maxLength={200} />
      <TextField
        label="What happened"
        value={description}
        onChange={setDescription}
        isRequired
        isLong
        maxLength={10_000}
      />
      <SelectField label="Severity" options={SEVERITIES} value={severity} onChange={setSeverity} />
      {mayPlan ? (
        <>
          <TextField
            label="What is to be done"
            value={action}
            onChange={setAction}
            isRequired
            isLong
            maxLength={10_000}
          />
          <TextField label="Due on" type="date" value={dueOn} onChange={setDueOn} />
        </>
      ) : (
        <p className="muted">A reviewer plans what is done about it.</p>
      )}
    </FormDialog>
  );
}
