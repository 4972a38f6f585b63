import type { ReactElement, ReactNode } from "react";
import "./notice.css";

/** In the place of what is not there yet: why there is nothing, and what to do next. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="empty-state">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
