import type { ReactElement } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { settingsRoute } from "./route.ts";
import { SectionLinks } from "./section-links.tsx";
import { sectionGroups } from "./sections.ts";
import "./settings.css";

/** What the laboratory works with: definitions, materials, people and programs. */
export function SettingsPage(): ReactElement {
  const { section } = settingsRoute.useParams();
  const found = sectionGroups.flatMap(({ sections }) => sections).find(({ id }) => id === section);
  return (
    <Page title={found === undefined ? "Settings" : `Settings: ${found.label.toLowerCase()}`}>
      <div className="settings">
        <SectionLinks />
        <div className="settings-section">
          {found === undefined ? (
            <EmptyState title={`The settings have no section ${section}`}>
              <p>Choose one of the sections.</p>
            </EmptyState>
          ) : (
            <found.Content key={found.id} />
          )}
        </div>
      </div>
    </Page>
  );
}
