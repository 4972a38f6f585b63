import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { given } from "../parts/given.ts";

const PATH = "/api/v1/instruments";

type Instrument = ItemOf<typeof PATH>;

/** Asks for an instrument and adds it. */
export function AddInstrument({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [name, setName] = useState("");
  const [known, setKnown] = useState({ model: "", serialNumber: "" });
  const add = async () => {
    await client.POST(PATH, { body: { name: name.trim(), ...given(known) } });
    await refresh(PATH);
  };
  return (
    <FormDialog title="Add an instrument" action="Add" isOpen onClose={onClose} onSubmit={add}>
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        isRequired
        hint="As runs name it: the name in run folders and read headers"
      />
      <Known {...known} onChange={(changed) => setKnown({ ...known, ...changed })} />
    </FormDialog>
  );
}

/** Changes what is known of an instrument; its name stays. */
export function ChangeInstrument(props: { readonly row: Instrument; readonly onClose: () => void }): ReactElement {
  const { row: instrument, onClose } = props;
  const [known, setKnown] = useState({
    model: instrument.model ?? "",
    serialNumber: instrument.serialNumber ?? "",
  });
  const change = async () => {
    const body = { model: known.model.trim() || null, serialNumber: known.serialNumber.trim() || null };
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id: instrument.id } }, body });
    await refresh(PATH);
  };
  return (
    <FormDialog title={`Change ${instrument.name}`} action="Save" isOpen onClose={onClose} onSubmit={change}>
      <Known {...known} onChange={(changed) => setKnown({ ...known, ...changed })} />
    </FormDialog>
  );
}

function Known(props: {
  readonly model: string;
  readonly serialNumber: string;
  readonly onChange: (known: { model: string } | { serialNumber: string }) => void;
}): ReactElement {
  const { model, serialNumber, onChange } = props;
  return (
    <>
      <TextField label="Model" name="model" value={model} onChange={(text) => onChange({ model: text })} />
      <TextField
        label="Serial number"
        name="serialNumber"
        value={serialNumber}
        onChange={(text) => onChange({ serialNumber: text })}
      />
    </>
  );
}
