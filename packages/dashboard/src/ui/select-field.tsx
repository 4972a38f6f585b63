import type { ReactElement } from "react";
import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select, SelectValue } from "react-aria-components/Select";
import "./fields.css";

/** One of what can be chosen. */
export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** A choice of one; `isDisabled` while there is nothing to choose. */
export function SelectField<Id extends string>(props: {
  readonly label: string;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** Whether a form is sent only once something is chosen. */
  readonly isRequired?: boolean;
}): ReactElement {
  const { label, options, value, onChange, placeholder = "Choose", isDisabled = false, isRequired = false } = props;
  return (
    <Select
      className="field"
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(id as Id);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isRequired={isRequired}
    >
      <Label className="field-label">{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldError className="field-error" />
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem className="option" id={option.id} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Option for "no filter", which `SelectField` cannot hold as null. */
export const ANY = "any";
