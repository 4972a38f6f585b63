import type { ReactElement, ReactNode } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import "../../../ui/fields.css";

/** One of several that can be chosen together. */
export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  /** What choosing it means. */
  readonly hint?: string;
}

/** A choice of any number. */
export function Choices<Id extends string>(props: {
  readonly label: string;
  /** Of the request, so that what the server says of it stands here. */
  readonly name?: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: readonly Id[];
  readonly onChange: (value: Id[]) => void;
  readonly isRequired?: boolean;
}): ReactElement {
  const { label, name, choices, value, onChange, isRequired = false } = props;
  return (
    <CheckboxGroup
      className="field choices"
      value={[...value]}
      onChange={(chosen) => onChange(chosen as Id[])}
      isRequired={isRequired}
      {...(name === undefined ? {} : { name })}
    >
      <Label className="field-label">{label}</Label>
      <div className="choices-list">
        {choices.map((choice) => (
          <Checkbox key={choice.id} value={choice.id} className="choice">
            {({ isSelected }) => (
              <>
                <span className="choice-box" aria-hidden="true">
                  {isSelected ? "✓" : ""}
                </span>
                <span>
                  <span>{choice.label}</span>
                  {choice.hint === undefined ? null : (
                    <>
                      <br />
                      <small>{choice.hint}</small>
                    </>
                  )}
                </span>
              </>
            )}
          </Checkbox>
        ))}
      </div>
      <FieldError className="field-error" />
    </CheckboxGroup>
  );
}
