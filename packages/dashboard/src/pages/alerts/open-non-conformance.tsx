import { type ReactElement, useState } from "react";
import { client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Alert } from "./alerts.ts";

const SEVERITIES = ["minor", "major", "critical"] as const;
type Severity = (typeof SEVERITIES)[number];
/** Chosen unless somebody chooses another. */
const USUAL: Severity = "major";
const OPTIONS = SEVERITIES.map((severity) => ({ id: severity, label: severity }));

/** Asks what a non-conformance is about that some alerts show. */
export function OpenNonConformance(props: {
  readonly alerts: readonly Pick<Alert, "id" | "subject" | "run">[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { alerts, isOpen, onClose } = props;
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const [severity, setSeverity] = useState<Severity>(USUAL);
  const submit = async () => {
    // Of one run where all alerts are.
    const runs = new Set(alerts.map(({ run }) => run?.id));
    const [runId] = runs.size === 1 ? runs : [undefined];
    const alertIds = alerts.map(({ id }) => id);
    const body = { title, description, severity, alertIds, ...(runId === undefined ? {} : { runId }) };
    await client.POST("/api/v1/non-conformances", { body });
    await queryClient.invalidateQueries();
    setTitle("");
    setDescription("");
    setSeverity(USUAL);
  };
  return (
    <FormDialog title="Open a non-conformance" action="Open" isOpen={isOpen} onClose={onClose} onSubmit={submit}>
      <ul>
        {alerts.map(({ id, subject }) => (
          <li key={id}>{subject}</li>
        ))}
      </ul>
      <TextField label="Title" value={title} onChange={setTitle} isRequired maxLength={200} />
      <TextField
        label="What happened"
        value={description}
        onChange={setDescription}
        isRequired
        isLong
        maxLength={10_000}
      />
      <SelectField label="Severity" options={OPTIONS} value={severity} onChange={setSeverity} />
    </FormDialog>
  );
}
