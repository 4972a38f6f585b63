import type { ReactElement } from "react";
import { Moment } from "../../../ui/moment.tsx";
import { Facts } from "../../../ui/page.tsx";
import { PrincipalName } from "../parts/principal-name.tsx";
import type { Definition } from "./definition.ts";

/** Who proposed a definition, who signed it and with which words, and when it ended. */
export function ApprovalFacts({ definition }: { readonly definition: Definition }): ReactElement {
  const { proposedBy, createdAt, approval, approvedAt, retiredAt, status } = definition;
  return (
    <Facts
      facts={[
        ["Proposed by", <PrincipalName key="by" id={proposedBy} />],
        ["Proposed (UTC)", <Moment key="at" at={createdAt} />],
        ["Signed by", approval?.printedName ?? unsigned(status, approvedAt)],
        ...(approval === null
          ? []
          : ([
              ["Signature says", approval.meaning],
              ["Signed (UTC)", <Moment key="signed" at={approval.signedAt} />],
              ["Version signed", <code key="hash">SHA-256 {approval.recordSha256}</code>],
            ] as const)),
        ...(retiredAt === null ? [] : ([["Retired (UTC)", <Moment key="retired" at={retiredAt} />]] as const)),
      ]}
    />
  );
}

function unsigned(status: Definition["status"], approvedAt: string | null): string {
  if (status === "draft") return "– it is a draft";
  return approvedAt === null ? "– it was never approved" : "– it came into force with its assay";
}
