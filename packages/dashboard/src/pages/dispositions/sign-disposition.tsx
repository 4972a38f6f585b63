import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { useCaller } from "../../api/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { type Signature, SignatureDialog } from "../../ui/signature-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Disposition, type DispositionSummary, dispositions, isMoreLenient } from "./dispositions.ts";
import { dispositionsRoute } from "./route.ts";
import { SignedRecord } from "./signed-record.tsx";

/** What is decided about, as it was when the dialog opened: nobody signs another version than the one that they read. */
interface Opened {
  readonly summary: DispositionSummary;
  readonly sha256: string;
}

/** Reads the record of a run and asks for the signature under its disposition. What changes meanwhile is told, and read when the signer wants to. */
export function SignDisposition({ runId }: { readonly runId: string }): ReactElement {
  const navigate = useNavigate({ from: dispositionsRoute.fullPath });
  const close = () => void navigate({ search: ({ sign: _, ...search }) => search });
  const [version, setVersion] = useState(0);
  const opened = useQuery({ queryKey: ["record to sign", runId], queryFn: () => openRecord(runId), gcTime: 0 });
  if (opened.data !== undefined) {
    return <SignForm key={version} latest={opened.data} onClose={close} onReadAnew={() => setVersion(version + 1)} />;
  }
  return (
    <Dialog title="Sign the disposition" isOpen onClose={close}>
      <QueryView query={opened}>{() => null}</QueryView>
      <div className="dialog-actions">
        <Button onPress={close}>Cancel</Button>
      </div>
    </Dialog>
  );
}

async function openRecord(run: string): Promise<Opened> {
  const params = { path: { run } };
  const record = await client.GET("/api/v1/runs/{run}/disposition/record", { params });
  const summary = await client.GET("/api/v1/runs/{run}/disposition", { params });
  return { sha256: record.data?.sha256 ?? "", summary: summary.data as DispositionSummary };
}

function SignForm(props: {
  readonly latest: Opened;
  readonly onClose: () => void;
  readonly onReadAnew: () => void;
}): ReactElement {
  const { latest, onClose, onReadAnew } = props;
  const [{ summary, sha256 }] = useState(latest);
  const { run, proposal, pending } = summary;
  const proposed = proposal.disposition ?? "held";
  const [disposition, setDisposition] = useState<Disposition>(pending?.disposition ?? proposed);
  const [reason, setReason] = useState(pending?.reason ?? "");
  const isOverride = isMoreLenient(disposition, proposed);
  const isSecond = pending !== null && pending.disposition === disposition && pending.reason === reason;
  const sign = async (signature: Signature) => {
    const given = reason.trim() === "" ? {} : { reason };
    const body = { disposition, recordSha256: sha256, signature, ...given };
    await client.POST("/api/v1/runs/{run}/disposition", { params: { path: { run: run.id } }, body });
    await queryClient.invalidateQueries();
  };
  return (
    <SignatureDialog
      title={`Disposition of ${run.name}`}
      action={isSecond ? "Sign as second person" : "Sign"}
      isOpen
      onClose={onClose}
      onSign={sign}
      meaning={MEANING}
    >
      <SignedRecord summary={summary} sha256={sha256} />
      {latest.sha256 === sha256 ? null : (
        <div className="notice" data-kind="error" role="alert">
          <p>✕ The record has changed since you opened it: it cannot be signed as you have read it.</p>
          <Button onPress={onReadAnew}>Read it anew</Button>
        </div>
      )}
      <SelectField label="Decision" options={OPTIONS} value={disposition} onChange={setDisposition} />
      {disposition === "released" && run.status !== "succeeded" ? (
        <p className="notice" data-kind="error">
          ✕ The run is {run.status}: only one that succeeded is released.
        </p>
      ) : null}
      <TwoPeople isOverride={isOverride} isSecond={isSecond} summary={summary} />
      <TextField
        label={isOverride ? "Reason (needed: more lenient than proposed)" : "Reason (optional)"}
        value={reason}
        onChange={setReason}
        isRequired={isOverride}
        isLong
        maxLength={10_000}
      />
    </SignatureDialog>
  );
}

const MEANING = "Reviewed and decided";

const OPTIONS = dispositions.map((disposition) => ({ id: disposition, label: disposition }));

/** When one signature is not enough, and whose else it takes. */
function TwoPeople(props: {
  readonly isOverride: boolean;
  readonly isSecond: boolean;
  readonly summary: DispositionSummary;
}): ReactElement | null {
  const { isOverride, isSecond, summary } = props;
  const { principalId } = useCaller();
  const first = summary.pending?.signatures[0];
  if (isSecond && first !== undefined) {
    return (
      <p className="notice" data-kind={first.principalId === principalId ? "error" : "warning"}>
        {first.principalId === principalId
          ? "✕ You have signed this already: somebody else has to sign as well."
          : `▲ ${first.printedName} signed this on ${first.signedAt.slice(0, 10)}. With your signature it is in force.`}
      </p>
    );
  }
  if (!isOverride) return null;
  return (
    <p className="notice" data-kind="warning">
      ▲ This is more lenient than proposed. It takes two different people, one of them director: until the second has
      signed, the results stay as they are.
    </p>
  );
}
