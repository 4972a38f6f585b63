import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { given } from "../parts/given.ts";

const PATH = "/api/v1/reagent-lots";

type ReagentLot = ItemOf<typeof PATH>;

/** Asks for a reagent lot and adds it. */
export function AddReagentLot({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [text, setText] = useState({ reagent: "", lot: "", expiresOn: "", opened: "" });
  const add = async () => {
    const { reagent, lot, expiresOn, opened } = text;
    const days = { expiresOn, openedAt: startOf(opened) ?? "" };
    await client.POST(PATH, { body: { reagent: reagent.trim(), lot: lot.trim(), ...given(days) } });
    await refresh(PATH);
  };
  return (
    <FormDialog title="Add a reagent lot" action="Add" isOpen onClose={onClose} onSubmit={add}>
      <TextField
        label="Reagent"
        name="reagent"
        value={text.reagent}
        onChange={(reagent) => setText({ ...text, reagent })}
        isRequired
      />
      <TextField label="Lot" name="lot" value={text.lot} onChange={(lot) => setText({ ...text, lot })} isRequired />
      <Days expiresOn={text.expiresOn} opened={text.opened} onChange={(days) => setText({ ...text, ...days })} />
    </FormDialog>
  );
}

/** Changes what is known of a reagent lot; what identifies it stays. */
export function ChangeReagentLot(props: { readonly row: ReagentLot; readonly onClose: () => void }): ReactElement {
  const { row: lot, onClose } = props;
  const opened = lot.openedAt?.slice(0, 10) ?? "";
  const [days, setDays] = useState({ expiresOn: lot.expiresOn ?? "", opened });
  const change = async () => {
    // The moment of opening stays as exact as it was unless another day was chosen.
    const openedAt = days.opened === opened ? lot.openedAt : startOf(days.opened);
    const body = { expiresOn: days.expiresOn || null, openedAt };
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id: lot.id } }, body });
    await refresh(PATH);
  };
  return (
    <FormDialog
      title={`Change lot ${lot.lot} of ${lot.reagent}`}
      action="Save"
      isOpen
      onClose={onClose}
      onSubmit={change}
    >
      <Days {...days} onChange={(changed) => setDays({ ...days, ...changed })} />
    </FormDialog>
  );
}

function Days(props: {
  readonly expiresOn: string;
  readonly opened: string;
  readonly onChange: (days: { expiresOn: string } | { opened: string }) => void;
}): ReactElement {
  const { expiresOn, opened, onChange } = props;
  return (
    <>
      <TextField
        label="Last day of use (UTC)"
        name="expiresOn"
        type="date"
        value={expiresOn}
        onChange={(day) => onChange({ expiresOn: day })}
        hint="Empty where none is known"
      />
      <TextField
        label="Opened on (UTC)"
        name="openedAt"
        type="date"
        value={opened}
        onChange={(day) => onChange({ opened: day })}
        hint="Empty until it is opened"
      />
    </>
  );
}

function startOf(day: string): string | null {
  return day === "" ? null : `${day}T00:00:00Z`;
}
