import { type ReactElement, useState } from "react";
import { client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { useCaller } from "../../../api/session.ts";
import { Button } from "../../../ui/button.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Choices } from "../parts/choices.tsx";
import { LEAST_PASSWORD_LENGTH, type Principal, type Role, roleChoices } from "./principal.ts";

type Action = "change" | "password" | "state";

/** What an admin may do about somebody: names and roles, a new password, out of use and back. */
export function UserActions({ principal }: { readonly principal: Principal }): ReactElement {
  const { principalId } = useCaller();
  const [action, setAction] = useState<Action | null>(null);
  const close = () => setAction(null);
  const isSelf = principal.id === principalId;
  return (
    <>
      <div className="actions">
        <Button onPress={() => setAction("change")}>Change</Button>
        {principal.kind === "person" && principal.signsInWith === "password" && !isSelf ? (
          <Button onPress={() => setAction("password")}>Set a password</Button>
        ) : null}
        {isSelf ? null : (
          <Button variant={principal.disabledAt === null ? "danger" : "plain"} onPress={() => setAction("state")}>
            {principal.disabledAt === null ? "Disable" : "Enable"}
          </Button>
        )}
      </div>
      {isSelf ? (
        <p>
          <small>
            This is you: another admin decides about your roles, and you change your password under My account.
          </small>
        </p>
      ) : null}
      {action === "change" ? <ChangeUser principal={principal} isSelf={isSelf} onClose={close} /> : null}
      {action === "password" ? <SetPassword principal={principal} onClose={close} /> : null}
      {action === "state" ? <DisableUser principal={principal} onClose={close} /> : null}
    </>
  );
}

interface DialogProps {
  readonly principal: Principal;
  readonly onClose: () => void;
}

function ChangeUser({ principal, isSelf, onClose }: DialogProps & { readonly isSelf: boolean }): ReactElement {
  const [printedName, setPrintedName] = useState(principal.printedName);
  const [email, setEmail] = useState(principal.email ?? "");
  const [roles, setRoles] = useState<readonly Role[]>(principal.roles);
  const hasRoles = principal.kind === "person" && !isSelf;
  const change = () =>
    changePrincipal(principal.id, {
      printedName: printedName.trim(),
      email: email.trim() || null,
      ...(hasRoles ? { roles: [...roles] } : {}),
    });
  return (
    <FormDialog title={`Change ${principal.name}`} action="Save" isOpen onClose={onClose} onSubmit={change}>
      <TextField label="Printed name" name="printedName" value={printedName} onChange={setPrintedName} isRequired />
      <TextField label="E-mail" name="email" type="email" value={email} onChange={setEmail} />
      {hasRoles ? <Choices label="Roles" name="roles" choices={roleChoices} value={roles} onChange={setRoles} /> : null}
    </FormDialog>
  );
}

function SetPassword({ principal, onClose }: DialogProps): ReactElement {
  const [password, setPassword] = useState("");
  return (
    <FormDialog
      title={`Set a password for ${principal.printedName}`}
      action="Set the password"
      isOpen
      onClose={onClose}
      onSubmit={() => changePrincipal(principal.id, { password })}
    >
      <p>All their sessions end. Tell them the password yourself; they can change it under My account.</p>
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        isRequired
        hint={`${LEAST_PASSWORD_LENGTH} characters at least`}
      />
    </FormDialog>
  );
}

function DisableUser({ principal, onClose }: DialogProps): ReactElement {
  const isDisabled = principal.disabledAt !== null;
  return (
    <FormDialog
      title={`${isDisabled ? "Enable" : "Disable"} ${principal.printedName}`}
      action={isDisabled ? "Enable" : "Disable"}
      isOpen
      onClose={onClose}
      onSubmit={() => changePrincipal(principal.id, { disabled: !isDisabled })}
    >
      <p>
        {isDisabled
          ? "They can sign in again, and their tokens that have not expired work again."
          : "They are signed out and cannot sign in; their tokens are refused. What they did and signed stays."}
      </p>
    </FormDialog>
  );
}

type Change = Partial<{
  printedName: string;
  email: string | null;
  roles: Role[];
  password: string;
  disabled: boolean;
}>;

async function changePrincipal(id: string, body: Change): Promise<void> {
  await client.PATCH("/api/v1/principals/{id}", { params: { path: { id } }, body });
  await refresh("/api/v1/principals");
}
