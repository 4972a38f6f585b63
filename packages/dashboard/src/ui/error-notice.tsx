import { ClientError } from "@touchstone/client";
import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import "./notice.css";

/** What happened, what can be done about it, and a button to try again. */
export function ErrorNotice({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}): ReactElement {
  const { message, hint, code, instance, fields } = described(error);
  return (
    <div className="notice" data-kind="error" role="alert">
      <p>
        <span aria-hidden="true">✕ </span>
        {message}
      </p>
      {hint === undefined ? null : <p>{hint}</p>}
      {fields === undefined ? null : (
        <ul>
          {fields.map((field) => (
            <li key={field.pointer + field.message}>
              <code>{field.pointer}</code> {field.message}
            </li>
          ))}
        </ul>
      )}
      <p>
        <small>
          {code}
          {instance === undefined ? null : ` · request ${instance}`}
        </small>
      </p>
      {onRetry === undefined ? null : <Button onPress={onRetry}>Try again</Button>}
    </div>
  );
}

interface Described {
  readonly message: string;
  readonly code: string;
  readonly hint?: string | undefined;
  readonly instance?: string | undefined;
  readonly fields?: readonly { readonly pointer: string; readonly message: string }[] | undefined;
}

function described(error: unknown): Described {
  if (error instanceof ClientError) {
    const { hint, instance, fields } = error.details;
    return { message: error.message, code: error.code, hint, instance, fields };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { message, code: "TS_INTERNAL", hint: "This is a fault of the page; load it again." };
}
