import type { ReactElement } from "react";
import { Moment } from "../../../ui/moment.tsx";
import { Facts } from "../../../ui/page.tsx";
import { PrincipalName } from "../parts/principal-name.tsx";
import type { Definition } from "./definition.ts";
import { unsignedText } from "./unsigned-text.ts";

/** Who proposed a definition, who signed it and with which words, and when it ended. */
export function ApprovalFacts({ definition }: { readonly definition: Definition }): ReactElement {
  const { proposedBy, createdAt, approval, approvedAt, retiredAt, status } = definition;
  return (
    <Facts
      facts={[
        ["Proposed by", <PrincipalName key="by" id={proposedBy} />],
        ["Proposed (UTC)", <Moment key="at" at={createdAt} />],
        ["Signed by", approval?.printedName ?? `– ${unsignedText(status, approvedAt)}`],
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
