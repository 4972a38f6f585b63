import type { ReactElement } from "react";
import { useCaller } from "../../../api/session.ts";
import { Facts, Panel } from "../../../ui/page.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { ChangePassword } from "./change-password.tsx";
import { Sessions } from "./sessions.tsx";

/** Who one is, one's password, and where one is signed in. */
export function AccountSection(): ReactElement {
  const { name, printedName, roles, rights } = useCaller();
  return (
    <>
      <SectionHead>Who you are here, where you are signed in, and your password.</SectionHead>
      <Panel title={printedName}>
        <Facts
          facts={[
            ["Name", name],
            ["Roles", roles.length === 0 ? "–" : roles.join(", ")],
            ["You may", rights.length === 0 ? "–" : rights.join(", ")],
          ]}
        />
      </Panel>
      <Sessions />
      <ChangePassword />
    </>
  );
}
