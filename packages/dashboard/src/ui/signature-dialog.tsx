import { useQuery } from "@tanstack/react-query";
import { type ReactElement, type ReactNode, useState } from "react";
import { api, client } from "../api/api.ts";
import { useCaller } from "../api/session.ts";
import { Button } from "./button.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { TextField } from "./text-field.tsx";

/** What a signature is made of: what it says, and by which its signer proves who it is. */
export interface Signature {
  readonly meaning: string;
  readonly password?: string;
}

/** A dialog to sign something. */
export interface SignatureDialogProps {
  readonly title: string;
  readonly action: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSign: (signature: Signature) => Promise<unknown>;
  /** What the signature says unless the signer changes it. */
  readonly meaning: string;
  /** What is signed, and what else is asked for. */
  readonly children?: ReactNode;
}

/**
 * Asks for a signature: its meaning, the signer's printed name, and the password anew; whoever signs in with a provider
 * proves to it who they are instead, within five minutes before (21 CFR 11.200).
 */
export function SignatureDialog(props: SignatureDialogProps): ReactElement {
  const { title, action, isOpen, onClose, onSign, children } = props;
  const { printedName } = useCaller();
  const { data: methods } = useQuery(api.queryOptions("get", "/api/v1/session/methods"));
  const [meaning, setMeaning] = useState(props.meaning);
  const [password, setPassword] = useState("");
  const asksPassword = methods?.password !== false;
  const sign = async () => {
    await onSign(asksPassword && password !== "" ? { meaning, password } : { meaning });
    setPassword("");
  };
  return (
    <FormDialog title={title} action={action} isOpen={isOpen} onClose={onClose} onSubmit={sign}>
      {children}
      <TextField label="Meaning of the signature" value={meaning} onChange={setMeaning} isRequired maxLength={500} />
      {asksPassword ? (
        <TextField
          label={`Password of ${printedName}`}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired={methods?.oidc === null}
        />
      ) : null}
      {methods?.oidc == null ? null : (
        <p>
          <Button onPress={proveAnew}>Prove who I am to {new URL(methods.oidc.issuer).host}</Button>{" "}
          <small>Then sign within five minutes.</small>
        </p>
      )}
    </FormDialog>
  );
}

async function proveAnew(): Promise<void> {
  const returnTo = `${location.pathname}${location.search}`;
  const { data } = await client.POST("/api/v1/session/reauthentication", { body: { returnTo } });
  if (data !== undefined) location.assign(data.url);
}
