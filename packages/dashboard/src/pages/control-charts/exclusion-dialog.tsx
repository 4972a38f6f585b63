import { formatNumber } from "@touchstone/charts";
import { type ReactElement, useState } from "react";
import { client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { Facts } from "../../ui/page.tsx";
import { type Signature, SignatureDialog } from "../../ui/signature-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type ChartPoint, deviationText } from "./control-data.ts";

/** Signs that a measurement stays out of later baselines, or that it does so no longer. */
export function ExclusionDialog(props: {
  readonly point: ChartPoint;
  readonly isWithdrawal: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { point, isWithdrawal, onClose } = props;
  const [reason, setReason] = useState("");
  const sign = async (signature: Signature) => {
    const request = { params: { path: { id: point.measurementId } }, body: { reason, signature } };
    if (isWithdrawal) await client.POST("/api/v1/measurements/{id}/exclusion/withdraw", request);
    else await client.POST("/api/v1/measurements/{id}/exclusion", request);
    await queryClient.invalidateQueries();
  };
  return (
    <SignatureDialog
      title={isWithdrawal ? "Include the measurement again" : "Exclude the measurement"}
      action={isWithdrawal ? "Sign and include" : "Sign and exclude"}
      meaning={isWithdrawal ? "the exclusion was mistaken" : "cause found and reviewed"}
      isOpen
      onClose={onClose}
      onSign={sign}
    >
      <Facts
        facts={[
          ["Run", point.run.name],
          ["Value", `${formatNumber(point.value)} (z ${deviationText(point.score)})`],
          ["Verdict", point.state ?? "not judged"],
        ]}
      />
      <p className="muted">
        {isWithdrawal
          ? "Baselines made from now on use it again."
          : "It stays on the chart, hollow, with its verdict. Baselines made from now on leave it out. Rules start anew only after a corrective action."}
      </p>
      <TextField
        label={isWithdrawal ? "Why it is included again" : "Cause that was found"}
        hint={
          isWithdrawal ? undefined : "A thawed control, half the input DNA. That the value lies far out is no cause."
        }
        value={reason}
        onChange={setReason}
        isRequired
        isLong
        maxLength={10_000}
      />
    </SignatureDialog>
  );
}
