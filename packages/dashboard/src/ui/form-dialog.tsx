import { type FormEvent, type ReactElement, type ReactNode, useMemo, useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { fieldErrorsOf } from "./field-errors.ts";

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
  // A field is named after its place in the request, so that what is wrong with it is said there.
  const fieldErrors = useMemo(() => fieldErrorsOf(error), [error]);
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
      <Form onSubmit={submit} validationErrors={fieldErrors}>
        {children}
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="dialog-actions">
          <Button onPress={close}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {action}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
