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
import { ChangeSubscription } from "./subscription-forms.tsx";

const PATH = "/api/v1/mail-subscriptions";

/** One subscription with what was sent for it. */
export function SubscriptionDetail({ id }: { readonly id: string }): ReactElement {
  const [action, setAction] = useState<"change" | "state" | null>(null);
  const query = useQuery(api.queryOptions("get", `${PATH}/{id}`, { params: { path: { id } } }));
  const setEnabled = async (isEnabled: boolean) => {
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id } }, body: { isEnabled } });
    await refresh(PATH);
  };
  return (
    <>
      <BackToList>All addresses</BackToList>
      <QueryView query={query}>
        {(subscription) => {
          const isDisabled = subscription.disabledAt !== null;
          const change = isDisabled ? "Take up again" : "End";
          return (
            <>
              <Panel title={subscription.address} actions={<EnabledBadge disabledAt={subscription.disabledAt} />}>
                <Facts
                  facts={[
                    ["Kinds of alerts", subscription.kinds.join(", ")],
                    ["From level", subscription.leastLevel],
                    ["Added by", <PrincipalName key="by" id={subscription.createdBy} />],
                    ["Added (UTC)", <Moment key="at" at={subscription.createdAt} />],
                    ...(isDisabled
                      ? ([
                          ["Ended (UTC)", <Moment key="ended" at={subscription.disabledAt} />],
                          ["Why", subscription.disabledReason ?? "–"],
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
              {action === "change" ? (
                <ChangeSubscription subscription={subscription} onClose={() => setAction(null)} />
              ) : null}
              {action === "state" ? (
                <FormDialog
                  title={`${change}: ${subscription.address}`}
                  action={change}
                  isOpen
                  onClose={() => setAction(null)}
                  onSubmit={() => setEnabled(isDisabled)}
                >
                  <p>{isDisabled ? "Messages are sent again from now on." : "Nothing more is sent to this address."}</p>
                </FormDialog>
              ) : null}
            </>
          );
        }}
      </QueryView>
      <Deliveries of={{ mailSubscriptionId: id }} />
    </>
  );
}
