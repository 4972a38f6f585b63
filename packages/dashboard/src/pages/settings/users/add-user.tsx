import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Choices } from "../parts/choices.tsx";
import { given } from "../parts/given.ts";
import { useShowRecord } from "../parts/record-address.tsx";
import { LEAST_PASSWORD_LENGTH, type Principal, type Role, roleChoices } from "./principal.ts";

const KINDS = [
  { id: "person", label: "A person, who signs in" },
  { id: "service", label: "A program, which shows a token" },
] as const;

/** Asks for a person or a program and adds it. */
export function AddUser({ onClose }: { readonly onClose: () => void }): ReactElement {
  const show = useShowRecord();
  const { data: methods } = useQuery(api.queryOptions("get", "/api/v1/session/methods"));
  const [kind, setKind] = useState<Principal["kind"]>("person");
  const [text, setText] = useState({ name: "", printedName: "", email: "", oidcSubject: "" });
  const [password, setPassword] = useState("");
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const { oidcSubject } = text;
  const issuer = methods?.oidc?.issuer;
  const ofPerson =
    kind === "person"
      ? {
          roles: [...roles],
          ...(password === "" ? {} : { password }),
          ...(issuer === undefined || oidcSubject.trim() === ""
            ? {}
            : { oidcIssuer: issuer, oidcSubject: oidcSubject.trim() }),
        }
      : {};
  const add = async () => {
    const { name, printedName, email } = text;
    const names = { name: name.trim(), printedName: printedName.trim() };
    const { data } = await client.POST("/api/v1/principals", {
      body: { kind, ...names, ...given({ email }), ...ofPerson },
    });
    await refresh("/api/v1/principals");
    if (data !== undefined) show(data.id);
  };
  return (
    <FormDialog title="Add a user" action="Add" isOpen onClose={onClose} onSubmit={add}>
      <SelectField label="Kind" options={KINDS} value={kind} onChange={setKind} />
      <TextField
        label="Name"
        name="name"
        value={text.name}
        onChange={(name) => setText({ ...text, name })}
        isRequired
        autoComplete="off"
        hint="To sign in with, and in the audit trail; it never changes"
      />
      <TextField
        label="Printed name"
        name="printedName"
        value={text.printedName}
        onChange={(printedName) => setText({ ...text, printedName })}
        isRequired
        hint="As it stands under signatures"
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        value={text.email}
        onChange={(email) => setText({ ...text, email })}
      />
      {kind === "person" ? (
        <>
          <Choices label="Roles" name="roles" choices={roleChoices} value={roles} onChange={setRoles} />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            isRequired={issuer === undefined}
            hint={`${LEAST_PASSWORD_LENGTH} characters at least. They can change it under My account.`}
          />
          {issuer === undefined ? null : (
            <TextField
              label={`Subject at ${new URL(issuer).host}`}
              name="oidcSubject"
              value={oidcSubject}
              onChange={(subject) => setText({ ...text, oidcSubject: subject })}
              hint="By which the provider knows the person (sub); instead of a password"
            />
          )}
        </>
      ) : (
        <p>
          <small>Make its token afterwards, under Tokens.</small>
        </p>
      )}
    </FormDialog>
  );
}
