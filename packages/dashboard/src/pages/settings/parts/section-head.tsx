import type { ReactElement, ReactNode } from "react";

/** What a section is for, and what can be done in it. */
export function SectionHead({
  children,
  actions,
}: {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  return (
    <header className="section-head">
      <p>{children}</p>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </header>
  );
}
