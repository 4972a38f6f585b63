import { type ReactElement, useState } from "react";
import { client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { useMay } from "../../api/session.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { AlertDetail } from "./alerts.ts";
import { OpenNonConformance } from "./open-non-conformance.tsx";
import { usePeople } from "./use-people.ts";

type Opened = "assign" | "resolve" | "non-conformance";

/** What can be done about an alert next, by those who may. */
export function AlertActions({ alert }: { readonly alert: AlertDetail }): ReactElement | null {
  const mayIngest = useMay("ingest");
  const mayReview = useMay("review");
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  if (!mayIngest) return null;
  const { status } = alert;
  return (
    <>
      {status === "open" ? <Acknowledge id={alert.id} /> : null}
      {status === "resolved" ? null : <Button onPress={() => setOpened("assign")}>Assign …</Button>}
      <Button onPress={() => setOpened("non-conformance")}>Open a non-conformance …</Button>
      {status === "acknowledged" && mayReview ? (
        <Button variant="primary" onPress={() => setOpened("resolve")}>
          Resolve …
        </Button>
      ) : null}
      <Assign alert={alert} isOpen={opened === "assign"} onClose={close} />
      <Resolve alert={alert} isOpen={opened === "resolve"} onClose={close} />
      <OpenNonConformance alerts={[alert]} isOpen={opened === "non-conformance"} onClose={close} />
    </>
  );
}

function Acknowledge({ id }: { readonly id: string }): ReactElement {
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const acknowledge = async () => {
    setPending(true);
    setError(null);
    try {
      await client.PATCH("/api/v1/alerts/{id}/acknowledge", { params: { path: { id } } });
      await queryClient.invalidateQueries();
    } catch (problem) {
      setError(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button variant="primary" isPending={isPending} onPress={acknowledge}>
        Acknowledge
      </Button>
      {error === null ? null : <ErrorNotice error={error} onRetry={acknowledge} />}
    </>
  );
}

interface ActionDialog {
  readonly alert: AlertDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Assign({ alert, isOpen, onClose }: ActionDialog): ReactElement {
  const people = usePeople();
  const [person, setPerson] = useState(alert.assignedTo?.id ?? ANY);
  const options = [
    { id: ANY, label: "Nobody" },
    ...people.map(({ id, printedName, roles }) => ({ id, label: `${printedName} (${roles.join(", ")})` })),
  ];
  const assign = async () => {
    const body = { assignedTo: person === ANY ? null : person };
    await client.PATCH("/api/v1/alerts/{id}/assign", { params: { path: { id: alert.id } }, body });
    await queryClient.invalidateQueries();
  };
  return (
    <FormDialog title="Who is to look into it?" action="Assign" isOpen={isOpen} onClose={onClose} onSubmit={assign}>
      <SelectField label="Owner" options={options} value={person} onChange={setPerson} />
    </FormDialog>
  );
}

function Resolve({ alert, isOpen, onClose }: ActionDialog): ReactElement {
  const [reason, setReason] = useState("");
  const resolve = async () => {
    await client.PATCH("/api/v1/alerts/{id}/resolve", { params: { path: { id: alert.id } }, body: { reason } });
    await queryClient.invalidateQueries();
  };
  return (
    <FormDialog title="Resolve the alert" action="Resolve" isOpen={isOpen} onClose={onClose} onSubmit={resolve}>
      <p>{alert.subject}</p>
      <TextField
        label="Reason: the cause, and what was done"
        value={reason}
        onChange={setReason}
        isRequired
        isLong
        maxLength={10_000}
        hint="It stays with the alert. If the cause is found again, a new alert follows this one."
      />
    </FormDialog>
  );
}
