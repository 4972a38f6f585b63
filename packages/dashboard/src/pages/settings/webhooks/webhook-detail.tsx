import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { Button } from "../../../ui/button.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Moment } from "../../../ui/moment.tsx";
import { Facts, Panel } from "../../../ui/page.tsx";
import { QueryView } from "../../../ui/query-view.tsx";
import { Deliveries } from "../parts/deliveries.tsx";
import { EnabledBadge } from "../parts/enabled-badge.tsx";
import { PrincipalName } from "../parts/principal-name.tsx";
import { BackToList } from "../parts/record-address.tsx";
import { ChangeWebhook } from "./webhook-forms.tsx";

const PATH = "/api/v1/webhooks";

/** One webhook with what was sent to it. */
export function WebhookDetail({ id }: { readonly id: string }): ReactElement {
  const [action, setAction] = useState<"change" | "state" | null>(null);
  const query = useQuery(api.queryOptions("get", `${PATH}/{id}`, { params: { path: { id } } }));
  const setEnabled = async (isEnabled: boolean) => {
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id } }, body: { isEnabled } });
    await refresh(PATH);
  };
  return (
    <>
      <BackToList>All webhooks</BackToList>
      <QueryView query={query}>
        {(webhook) => {
          const isDisabled = webhook.disabledAt !== null;
          const change = isDisabled ? "Enable" : "Disable";
          return (
            <>
              <Panel title={webhook.url} actions={<EnabledBadge disabledAt={webhook.disabledAt} />}>
                <Facts
                  facts={[
                    ["Description", webhook.description ?? "–"],
                    ["Told of", webhook.topics.join(", ")],
                    ["Added by", <PrincipalName key="by" id={webhook.createdBy} />],
                    ["Added (UTC)", <Moment key="at" at={webhook.createdAt} />],
                    ...(isDisabled
                      ? ([
                          ["Disabled (UTC)", <Moment key="disabled" at={webhook.disabledAt} />],
                          ["Why", webhook.disabledReason ?? "–"],
                        ] as const)
                      : []),
                  ]}
                />
                <div className="actions">
                  <Button onPress={() => setAction("change")}>Change</Button>
                  <Button variant={isDisabled ? "plain" : "danger"} onPress={() => setAction("state")}>
                    {change}
                  </Button>
                </div>
              </Panel>
              {action === "change" ? <ChangeWebhook webhook={webhook} onClose={() => setAction(null)} /> : null}
              {action === "state" ? (
                <FormDialog
                  title={`${change} the webhook`}
                  action={change}
                  isOpen
                  onClose={() => setAction(null)}
                  onSubmit={() => setEnabled(isDisabled)}
                >
                  <p>
                    {isDisabled
                      ? "Messages are written to it again from now on."
                      : "Nothing more is sent to it. What it was told stays on record."}
                  </p>
                </FormDialog>
              ) : null}
            </>
          );
        }}
      </QueryView>
      <Deliveries of={{ webhookId: id }} />
    </>
  );
}
