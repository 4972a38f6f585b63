import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Choices } from "../parts/choices.tsx";
import { given } from "../parts/given.ts";
import { topicChoices, topicsOf } from "./topics.ts";

const PATH = "/api/v1/webhooks";

type Webhook = ItemOf<typeof PATH>;

/** What a webhook is, as its form holds it. */
interface Fields {
  readonly url: string;
  readonly description: string;
  /** Of those offered. */
  readonly chosen: readonly string[];
  /** Others, as text. */
  readonly others: string;
}

/** Asks for a webhook and adds it; its secret goes to `onCreated` and nowhere else. */
export function AddWebhook(props: {
  readonly onClose: () => void;
  readonly onCreated: (secret: string) => void;
}): ReactElement {
  const { onClose, onCreated } = props;
  const [fields, setFields] = useState<Fields>({ url: "", description: "", chosen: ["alert.*"], others: "" });
  const add = async () => {
    const { url, description } = fields;
    const body = { url: url.trim(), topics: wantedTopics(fields), ...given({ description }) };
    const { data } = await client.POST(PATH, { body });
    await refresh(PATH);
    if (data !== undefined) onCreated(data.secret);
  };
  return (
    <FormDialog title="Add a webhook" action="Add" isOpen onClose={onClose} onSubmit={add}>
      <WebhookFields fields={fields} onChange={setFields} />
    </FormDialog>
  );
}

/** Changes where a webhook is, or what it is told of. */
export function ChangeWebhook(props: { readonly webhook: Webhook; readonly onClose: () => void }): ReactElement {
  const { webhook, onClose } = props;
  const offered = topicChoices.map(({ id }) => id);
  const [fields, setFields] = useState<Fields>({
    url: webhook.url,
    description: webhook.description ?? "",
    chosen: webhook.topics.filter((topic) => offered.includes(topic)),
    others: webhook.topics.filter((topic) => !offered.includes(topic)).join(" "),
  });
  const change = async () => {
    const { url, description } = fields;
    const body = { url: url.trim(), topics: wantedTopics(fields), description: description.trim() || null };
    await client.PATCH(`${PATH}/{id}`, { params: { path: { id: webhook.id } }, body });
    await refresh(PATH);
  };
  return (
    <FormDialog title="Change the webhook" action="Save" isOpen onClose={onClose} onSubmit={change}>
      <WebhookFields fields={fields} onChange={setFields} />
    </FormDialog>
  );
}

function WebhookFields(props: { readonly fields: Fields; readonly onChange: (fields: Fields) => void }): ReactElement {
  const { fields, onChange } = props;
  return (
    <>
      <TextField
        label="Address of the receiver"
        name="url"
        type="url"
        value={fields.url}
        onChange={(url) => onChange({ ...fields, url })}
        isRequired
        hint="https, and reachable from the Internet unless the server allows others"
      />
      <TextField
        label="Description"
        name="description"
        value={fields.description}
        onChange={(description) => onChange({ ...fields, description })}
      />
      <Choices
        label="Told of"
        name="topics"
        choices={topicChoices}
        value={fields.chosen}
        onChange={(chosen) => onChange({ ...fields, chosen })}
      />
      <TextField
        label="Other topics"
        value={fields.others}
        onChange={(others) => onChange({ ...fields, others })}
        hint="As run.created or instrument.*, with spaces between them"
      />
    </>
  );
}

function wantedTopics({ chosen, others }: Fields): string[] {
  return [...new Set([...chosen, ...topicsOf(others)])];
}
