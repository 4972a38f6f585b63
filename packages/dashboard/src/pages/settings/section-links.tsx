import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useCaller } from "../../api/session.ts";
import { sectionGroups } from "./sections.ts";

/** The sections that who is signed in may use. */
export function SectionLinks(): ReactElement {
  const { rights } = useCaller();
  const groups = sectionGroups.map(({ title, sections }) => ({
    title,
    sections: sections.filter(({ right }) => right === null || rights.includes(right)),
  }));
  return (
    <nav aria-label="Sections of the settings" className="section-links">
      {groups
        .filter(({ sections }) => sections.length > 0)
        .map(({ title, sections }) => (
          <div key={title}>
            <h2 id={`sections-${title}`}>{title}</h2>
            <ul aria-labelledby={`sections-${title}`}>
              {sections.map(({ id, label }) => (
                <li key={id}>
                  <Link to="/settings/$section" params={{ section: id }} activeOptions={{ includeSearch: false }}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}
