import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { given } from "../parts/given.ts";

const PATH = "/api/v1/materials";

type Material = ItemOf<typeof PATH>;

const USES = [
  { id: "truth set", label: "Truth set" },
  { id: "control", label: "Control" },
  { id: "replicates", label: "Replicates" },
] as const;

/** Asks for a material and adds it. */
export function AddMaterial({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [use, setUse] = useState<Material["use"]>("control");
  const [text, setText] = useState({ name: "", lot: "", description: "", expiresOn: "" });
  const add = async () => {
    const { name, ...others } = text;
    await client.POST(PATH, { body: { name: name.trim(), use, ...given(others) } });
    await refresh(PATH);
  };
  return (
    <FormDialog title="Add a material" action="Add" isOpen onClose={onClose} onSubmit={add}>
      <TextField
        label="Name"
        name="name"
        value={text.name}
        onChange={(name) => setText({ ...text, name })}
        isRequired
        hint="As assays and runs name it: HG002, control-1"
      />
      <SelectField label="Used as" options={USES} value={use} onChange={setUse} />
      <TextField label="Lot" name="lot" value={text.lot} onChange={(lot) => setText({ ...text, lot })} />
      <TextField
        label="Last day of use (UTC)"
        name="expiresOn"
        type="date"
        value={text.expiresOn}
        onChange={(expiresOn) => setText({ ...text, expiresOn })}
      />
      <TextField
        label="Description"
        name="description"
        isLong
        value={text.description}
        onChange={(description) => setText({ ...text, description })}
      />
    </FormDialog>
  );
}

/** Changes what is known of a material; what identifies it stays. */
export function ChangeMaterial(props: { readonly row: Material; readonly onClose: () => void }): ReactElement {
  const { row: material, onClose } = props;
  const [description, setDescription] = useState(material.description ?? "");
  const [expiresOn, setExpiresOn] = useState(material.expiresOn ?? "");
  const change = async () => {
    const body = { description: description.trim() || null, expiresOn: expiresOn || null };
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id: material.id } }, body });
    await refresh(PATH);
  };
  return (
    <FormDialog title={`Change ${material.name}`} action="Save" isOpen onClose={onClose} onSubmit={change}>
      <TextField
        label="Last day of use (UTC)"
        name="expiresOn"
        type="date"
        value={expiresOn}
        onChange={setExpiresOn}
        hint="Empty where none is known"
      />
      <TextField label="Description" name="description" isLong value={description} onChange={setDescription} />
    </FormDialog>
  );
}
