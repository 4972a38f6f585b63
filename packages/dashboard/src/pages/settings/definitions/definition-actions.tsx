import { type ReactElement, type ReactNode, useState } from "react";
import { useCaller, useMay } from "../../../api/session.ts";
import { Button } from "../../../ui/button.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { type Signature, SignatureDialog } from "../../../ui/signature-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Definition } from "./definition.ts";

/** What can be done with a definition, and why something cannot. */
export interface DefinitionActionsProps {
  readonly definition: Definition;
  /** In words: `version 2 of assay germline`. */
  readonly what: string;
  /** What happens when it is approved. */
  readonly consequence: string;
  /** Whether something has to be mended before anybody can approve it. */
  readonly isObstructed?: boolean;
  /** What else can be done with it. */
  readonly otherActions?: ReactNode;
  readonly onApprove: (signature: Signature) => Promise<unknown>;
  readonly onRetire: (reason: string) => Promise<unknown>;
}

/** Approves a draft by the signature of a second person, and retires a definition with a reason. */
export function DefinitionActions(props: DefinitionActionsProps): ReactElement {
  const { definition, what, consequence, isObstructed = false, otherActions = null, onApprove, onRetire } = props;
  const { principalId } = useCaller();
  const maySign = useMay("sign");
  const mayRetire = useMay("review");
  const [action, setAction] = useState<"approve" | "retire" | null>(null);
  const close = () => setAction(null);
  const isDraft = definition.status === "draft";
  const isOwn = definition.proposedBy === principalId;
  return (
    <>
      <div className="actions">
        {isDraft && maySign && !isOwn && !isObstructed ? (
          <Button variant="primary" onPress={() => setAction("approve")}>
            Approve
          </Button>
        ) : null}
        {otherActions}
        {mayRetire && definition.status !== "retired" ? (
          <Button variant="danger" onPress={() => setAction("retire")}>
            Retire
          </Button>
        ) : null}
      </div>
      {isDraft ? <p className="muted">{whatIsMissing({ maySign, isOwn, isObstructed })}</p> : null}
      {action === "approve" ? (
        <SignatureDialog
          title={`Approve ${what}`}
          action="Sign and approve"
          meaning="Reviewed and approved"
          isOpen
          onClose={close}
          onSign={onApprove}
        >
          <p>{consequence}</p>
        </SignatureDialog>
      ) : null}
      {action === "retire" ? <RetireDefinition what={what} onClose={close} onRetire={onRetire} /> : null}
    </>
  );
}

function whatIsMissing(who: {
  readonly maySign: boolean;
  readonly isOwn: boolean;
  readonly isObstructed: boolean;
}): string {
  if (who.isObstructed) return "It cannot be approved before what is listed below is mended in a new version.";
  if (who.isOwn) return "You proposed it: somebody else has to approve it.";
  return who.maySign
    ? "It judges nothing until you or somebody else approves it."
    : "It judges nothing until somebody with the right to sign approves it.";
}

function RetireDefinition(props: {
  readonly what: string;
  readonly onClose: () => void;
  readonly onRetire: (reason: string) => Promise<unknown>;
}): ReactElement {
  const { what, onClose, onRetire } = props;
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title={`Retire ${what}`}
      action="Retire"
      isOpen
      onClose={onClose}
      onSubmit={() => onRetire(reason.trim())}
    >
      <p>It judges nothing any more. What was judged by it stays.</p>
      <TextField label="Reason" name="reason" isLong value={reason} onChange={setReason} isRequired />
    </FormDialog>
  );
}
