import type { ReactElement } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import "./button.css";

/** A button; `primary` for what a page or dialog is for, `quiet` for what should not draw the eye. */
export interface ButtonProps extends Omit<AriaButtonProps, "className"> {
  readonly variant?: "primary" | "plain" | "quiet" | "danger";
  readonly className?: string;
}

/** A button that shows while what it began is under way (`isPending`), and then begins nothing more. */
export function Button({
  variant = "plain",
  className = "",
  isPending = false,
  onPress,
  ...props
}: ButtonProps): ReactElement {
  return (
    <AriaButton
      className={`button fades ${className}`}
      data-variant={variant}
      data-pending={isPending || undefined}
      {...(isPending || onPress === undefined ? {} : { onPress })}
      {...props}
    />
  );
}
