import { type ReactElement, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

/** Shows a secret that the server never shows again. Whoever opened it forgets it when it is closed. */
export function SecretDialog(props: {
  readonly title: string;
  readonly secret: string;
  /** What it is for, and who has to get it. */
  readonly hint: string;
  readonly onClose: () => void;
}): ReactElement {
  const { title, secret, hint, onClose } = props;
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setSaid("✓ Copied");
    } catch {
      setSaid("The browser does not let it be copied: select it and copy it by hand.");
    }
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p>{hint} It is shown this once: keep it now.</p>
      <code className="secret">{secret}</code>
      <p role="status">{said}</p>
      <div className="dialog-actions">
        <Button onPress={copy}>Copy</Button>
        <Button variant="primary" onPress={onClose}>
          I have kept it
        </Button>
      </div>
    </Dialog>
  );
}
