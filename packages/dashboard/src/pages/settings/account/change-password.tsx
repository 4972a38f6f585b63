import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useMemo, useState } from "react";
import { Form } from "react-aria-components/Form";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { fieldErrorsOf } from "../../../ui/field-errors.ts";
import { Panel } from "../../../ui/page.tsx";
import { TextField } from "../../../ui/text-field.tsx";

const EMPTY = { oldPassword: "", newPassword: "", repeated: "" };

/** Replaces one's own password. Whoever signs in with a provider changes it there. */
export function ChangePassword(): ReactElement | null {
  const { data: methods } = useQuery(api.queryOptions("get", "/api/v1/session/methods"));
  const [text, setText] = useState(EMPTY);
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const fieldErrors = useMemo(() => fieldErrorsOf(error), [error]);
  if (methods?.password !== true) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    setChanged(false);
    try {
      const { oldPassword, newPassword } = text;
      await client.PUT("/api/v1/session/password", { body: { oldPassword, newPassword } });
      setText(EMPTY);
      setChanged(true);
      await refresh("/api/v1/sessions");
    } catch (problem) {
      setError(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <Panel title="My password">
      <Form className="narrow-form" onSubmit={submit} validationErrors={fieldErrors}>
        <TextField
          label="Old password"
          name="oldPassword"
          type="password"
          autoComplete="current-password"
          value={text.oldPassword}
          onChange={(oldPassword) => setText({ ...text, oldPassword })}
          isRequired
        />
        <TextField
          label="New password"
          name="newPassword"
          type="password"
          autoComplete="new-password"
          value={text.newPassword}
          onChange={(newPassword) => setText({ ...text, newPassword })}
          isRequired
          hint="15 characters at least; a few words are easier to remember than signs"
        />
        <TextField
          label="New password once more"
          type="password"
          autoComplete="new-password"
          value={text.repeated}
          onChange={(repeated) => setText({ ...text, repeated })}
          validate={(repeated) => (repeated === text.newPassword ? null : "This is another one than above")}
          isRequired
        />
        {error === null ? null : <ErrorNotice error={error} />}
        {isChanged ? <p role="status">✓ Your password was changed, and all your other sessions ended.</p> : null}
        <Button type="submit" variant="primary" isPending={isPending}>
          Change my password
        </Button>
      </Form>
    </Panel>
  );
}
