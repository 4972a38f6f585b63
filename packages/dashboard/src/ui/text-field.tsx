import type { ReactElement, ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import "./fields.css";

/** A field for text with its label. */
export interface TextFieldProps extends Omit<AriaTextFieldProps, "className" | "children"> {
  readonly label: string;
  /** Whether the text may have several lines. */
  readonly isLong?: boolean;
  /** What to know before filling it in. */
  readonly hint?: ReactNode;
}

/** One line of text, or several; what is wrong with it is said below. */
export function TextField({ label, isLong = false, hint, ...props }: TextFieldProps): ReactElement {
  return (
    <AriaTextField className="field" {...props}>
      <Label>{label}</Label>
      {isLong ? <TextArea /> : <Input />}
      {hint === undefined ? null : <small>{hint}</small>}
      <FieldError className="field-error" />
    </AriaTextField>
  );
}
