import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Choice, Choices } from "../parts/choices.tsx";

const PATH = "/api/v1/mail-subscriptions";

type Subscription = ItemOf<typeof PATH>;
type Kind = Subscription["kinds"][number];

const KINDS: readonly Choice<Kind>[] = [
  { id: "immediate", label: "Immediate", hint: "a run is out of control or not evaluable" },
  { id: "predictive", label: "Predictive", hint: "a trend leads to a limit" },
  { id: "reproducibility", label: "Reproducibility", hint: "replicates differ too much" },
  { id: "due", label: "Due", hint: "controls not measured, lots that expire" },
];

/** Asks whom to write to, and about what. */
export function AddSubscription({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [address, setAddress] = useState("");
  const [wanted, setWanted] = useState<Wanted>({ kinds: KINDS.map(({ id }) => id), leastLevel: "0" });
  const add = async () => {
    await client.POST(PATH, { body: { address: address.trim(), ...bodyOf(wanted) } });
    await refresh(PATH);
  };
  return (
    <FormDialog title="Add an address" action="Add" isOpen onClose={onClose} onSubmit={add}>
      <TextField label="Address" name="address" type="email" value={address} onChange={setAddress} isRequired />
      <WantedFields wanted={wanted} onChange={setWanted} />
    </FormDialog>
  );
}

/** Changes about what somebody is written to. */
export function ChangeSubscription(props: {
  readonly subscription: Subscription;
  readonly onClose: () => void;
}): ReactElement {
  const { subscription, onClose } = props;
  const { id, kinds, leastLevel } = subscription;
  const [wanted, setWanted] = useState<Wanted>({ kinds, leastLevel: String(leastLevel) });
  const change = async () => {
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id } }, body: bodyOf(wanted) });
    await refresh(PATH);
  };
  return (
    <FormDialog
      title={`Change what ${subscription.address} gets`}
      action="Save"
      isOpen
      onClose={onClose}
      onSubmit={change}
    >
      <WantedFields wanted={wanted} onChange={setWanted} />
    </FormDialog>
  );
}

interface Wanted {
  readonly kinds: readonly Kind[];
  readonly leastLevel: string;
}

function WantedFields(props: { readonly wanted: Wanted; readonly onChange: (wanted: Wanted) => void }): ReactElement {
  const { wanted, onChange } = props;
  return (
    <>
      <Choices
        label="Kinds of alerts"
        name="kinds"
        choices={KINDS}
        value={wanted.kinds}
        onChange={(kinds) => onChange({ ...wanted, kinds })}
        isRequired
      />
      <TextField
        label="From level"
        name="leastLevel"
        inputMode="numeric"
        pattern="\d{1,3}"
        value={wanted.leastLevel}
        onChange={(leastLevel) => onChange({ ...wanted, leastLevel })}
        isRequired
        hint="0: when an alert is raised; 1 and above: when it has escalated so far"
      />
    </>
  );
}

function bodyOf({ kinds, leastLevel }: Wanted): { kinds: Kind[]; leastLevel: number } {
  return { kinds: [...kinds], leastLevel: Number(leastLevel) };
}
