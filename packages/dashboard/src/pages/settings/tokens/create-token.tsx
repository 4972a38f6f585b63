import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { useCaller, useMay } from "../../../api/session.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Choice, Choices } from "../parts/choices.tsx";

type Scope = ItemOf<"/api/v1/tokens">["scopes"][number];

const MILLISECONDS_PER_DAY = 86_400_000;

const LIVES = [
  { id: "30", label: "30 days" },
  { id: "90", label: "90 days" },
  { id: "365", label: "365 days" },
] as const;

const SCOPES: readonly Choice<Scope>[] = [
  { id: "read", label: "Read", hint: "sees all records" },
  { id: "ingest", label: "Ingest", hint: "adds runs, results and drafts" },
  { id: "review", label: "Review", hint: "decides about alerts" },
  { id: "admin", label: "Admin", hint: "users, tokens, webhooks" },
];

/** Asks what a token is for and makes it; its secret goes to `onCreated` and nowhere else. */
export function CreateToken(props: {
  readonly onClose: () => void;
  readonly onCreated: (secret: string) => void;
}): ReactElement {
  const { onClose, onCreated } = props;
  const { principalId: ownId, printedName, rights } = useCaller();
  const programs = usePrograms();
  const [name, setName] = useState("");
  const [days, setDays] = useState<(typeof LIVES)[number]["id"]>("90");
  const [principalId, setPrincipalId] = useState(ownId);
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  // A program's tokens may have any scope, a person's none beyond what the person may do.
  const offered = principalId === ownId ? SCOPES.filter(({ id }) => rights.includes(id)) : SCOPES;
  const create = async () => {
    const expiresAt = new Date(Date.now() + Number(days) * MILLISECONDS_PER_DAY).toISOString();
    const chosen = offered.map(({ id }) => id).filter((id) => scopes.includes(id));
    const { data } = await client.POST("/api/v1/tokens", {
      body: { name: name.trim(), scopes: chosen, principalId, expiresAt },
    });
    await refresh("/api/v1/tokens");
    if (data !== undefined) onCreated(data.token);
  };
  return (
    <FormDialog title="Create a token" action="Create" isOpen onClose={onClose} onSubmit={create}>
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        isRequired
        hint="Which program it is for: nextflow on cluster 2"
      />
      {programs.length === 0 ? null : (
        <SelectField
          label="Belongs to"
          options={[{ id: ownId, label: `${printedName} (me)` }, ...programs]}
          value={principalId}
          onChange={setPrincipalId}
        />
      )}
      <Choices label="Scopes" name="scopes" choices={offered} value={scopes} onChange={setScopes} isRequired />
      <SelectField label="Expires in" options={LIVES} value={days} onChange={setDays} />
    </FormDialog>
  );
}

/** Programs that an admin may make tokens for; nobody makes one for another person. */
function usePrograms(): readonly { readonly id: string; readonly label: string }[] {
  const enabled = useMay("admin");
  const options = api.queryOptions("get", "/api/v1/principals", { params: { query: { limit: 500 } } });
  const { data } = useQuery({ ...options, enabled });
  return (data?.items ?? [])
    .filter(({ kind, disabledAt }) => kind === "service" && disabledAt === null)
    .map(({ id, printedName }) => ({ id, label: printedName }));
}
