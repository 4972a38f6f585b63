import { type ReactElement, type ReactNode, useEffect } from "react";
import "./page.css";

/** What every page is made of. */
export interface PageProps {
  readonly title: string;
  /** One sentence on what the page answers. */
  readonly lead?: ReactNode;
  /** What can be done here, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, and its title in the browser's tab. */
export function Page({ title, lead, actions, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · Touchstone`;
  }, [title]);
  return (
    <main className="page">
      <header className="page-header">
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="page-lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** A part of a page on its own ground, with a heading. */
export function Panel(props: {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}): ReactElement {
  const { title, actions, children, className = "" } = props;
  return (
    <section className={`panel ${className}`} aria-label={title}>
      {title === undefined && actions === undefined ? null : (
        <header className="panel-header">
          {title === undefined ? null : <h2>{title}</h2>}
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** Names and values, a pair each. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactElement {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
