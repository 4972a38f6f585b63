import { type FormEvent, type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "./error-notice.tsx";

/** A dialog whose form does one thing. */
export interface FormDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Does it; the dialog closes when it succeeds, and stays with the reason when it does not. */
  readonly onSubmit: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** Asks for what is needed, does it once, and says why when it fails. */
export function FormDialog({ title, action, isOpen, onClose, onSubmit, children }: FormDialogProps): ReactElement {
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const close = () => {
    setError(null);
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await onSubmit();
      close();
    } catch (problem) {
      setError(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      <form onSubmit={submit}>
        {children}
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <Button onPress={close}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
