import { ServerError } from "../error.ts";

/** The server that sends e-mail. */
export interface MailSettings {
  /** `smtp://` (STARTTLS where it is offered, demanded by `?requireTLS=true`) or `smtps://`, with name and password. */
  readonly url: string;
  /** Who it comes from: `Touchstone <touchstone@laboratory.example>`. */
  readonly from: string;
}

/**
 * The mail server that the environment names: `TOUCHSTONE_SMTP_URL` and `TOUCHSTONE_MAIL_FROM`.
 *
 * @returns null when there is none.
 * @throws ServerError TS_NOT_CONFIGURED when only one of them is set, or the address is none; it is not repeated, since it
 *   holds the password.
 */
export function mailSettingsOf(environment: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const url = environment.TOUCHSTONE_SMTP_URL?.trim() ?? "";
  const from = environment.TOUCHSTONE_MAIL_FROM?.trim() ?? "";
  if (url === "" && from === "") return null;
  if (url === "") throw wrong("TOUCHSTONE_MAIL_FROM is set, and TOUCHSTONE_SMTP_URL is not");
  if (from === "") throw wrong("TOUCHSTONE_SMTP_URL is set, and TOUCHSTONE_MAIL_FROM is not");
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) throw wrong("TOUCHSTONE_SMTP_URL is not smtp:// or smtps://");
  return { url, from };
}

function wrong(message: string): ServerError {
  return new ServerError("TS_NOT_CONFIGURED", message);
}
