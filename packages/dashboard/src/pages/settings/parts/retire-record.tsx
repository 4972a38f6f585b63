import type { ReactElement } from "react";
import { FormDialog } from "../../../ui/form-dialog.tsx";

/** Asks whether something is to be taken out of use, or back into it. */
export function RetireRecord(props: {
  /** What it is, in words: `lot 42 of polymerase`. */
  readonly what: string;
  readonly isRetired: boolean;
  readonly onClose: () => void;
  readonly onChange: (retired: boolean) => Promise<unknown>;
}): ReactElement {
  const { what, isRetired, onClose, onChange } = props;
  return (
    <FormDialog
      title={isRetired ? `Take ${what} back into use` : `Retire ${what}`}
      action={isRetired ? "Take back into use" : "Retire"}
      isOpen
      onClose={onClose}
      onSubmit={() => onChange(!isRetired)}
    >
      <p>
        {isRetired
          ? "It can be chosen for runs again, and its last day is watched."
          : "It is not in use any more, and its last day raises no alert. What was recorded with it stays."}
      </p>
    </FormDialog>
  );
}
