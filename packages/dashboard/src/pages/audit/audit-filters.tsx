import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { auditRoute } from "./route.ts";

const FIELDS = [
  ["actor", "Who", "text"],
  ["action", "Action", "text"],
  ["subjectKind", "Kind of record", "text"],
  ["subjectId", "Record's id", "text"],
  ["from", "From (UTC)", "date"],
  ["before", "Before (UTC)", "date"],
] as const;

type Name = (typeof FIELDS)[number][0];

/** Filters of the trail; they are in the page's address. */
export function AuditFilters(): ReactElement {
  const search = auditRoute.useSearch();
  const navigate = useNavigate({ from: auditRoute.fullPath });
  const [values, setValues] = useState<Partial<Record<Name, string>>>(search);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ search: values });
  };
  const clear = () => {
    setValues({});
    void navigate({ search: {} });
  };
  return (
    <form className="filters" onSubmit={apply} aria-label="Filters">
      {FIELDS.map(([name, label, type]) => (
        <TextField
          key={name}
          label={label}
          type={type}
          value={values[name] ?? ""}
          onChange={(text) => setValues({ ...values, [name]: text })}
        />
      ))}
      <Button type="submit">Show</Button>
      <Button variant="quiet" onPress={clear}>
        Show all
      </Button>
    </form>
  );
}
