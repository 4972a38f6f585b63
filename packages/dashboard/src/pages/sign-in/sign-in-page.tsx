import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { api, client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { basePath, serverUrl } from "../../api/server-url.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { signInRoute } from "./route.ts";
import "./sign-in.css";

/** Lets people in, with a password or by their provider. */
export function SignInPage(): ReactElement {
  const methods = useQuery(api.queryOptions("get", "/api/v1/session/methods"));
  const { returnTo = "/" } = signInRoute.useSearch();
  return (
    <div className="sign-in">
      <Page title="Sign in" lead="Touchstone: are the results of this laboratory fit to leave the house?">
        <QueryView query={methods}>
          {({ password, oidc }) => (
            <>
              {password ? <PasswordForm returnTo={returnTo} /> : null}
              {oidc === null ? null : (
                <a className="button" data-variant="primary" href={providerAddress(returnTo)}>
                  Sign in with {new URL(oidc.issuer).host}
                </a>
              )}
              <p>
                <small>
                  Nobody is here yet? Whoever runs the server adds people:{" "}
                  <code>touchstone user add NAME --printed-name TEXT --role director --password-file FILE</code>
                </small>
              </p>
            </>
          )}
        </QueryView>
      </Page>
    </div>
  );
}

function PasswordForm({ returnTo }: { readonly returnTo: string }): ReactElement {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await client.POST("/api/v1/session", { body: { name, password } });
      queryClient.clear();
      await navigate({ href: returnTo, replace: true });
    } catch (problem) {
      setError(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <form className="panel" onSubmit={submit}>
      <TextField label="Name" autoComplete="username" value={name} onChange={setName} isRequired />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      {error === null ? null : <ErrorNotice error={error} />}
      <Button type="submit" variant="primary" isPending={isPending}>
        Sign in
      </Button>
    </form>
  );
}

/** The server sends the browser to the provider, and back to `returnTo` of its own. */
function providerAddress(returnTo: string): string {
  return `${serverUrl}/api/v1/session/oidc?${new URLSearchParams({ returnTo: basePath + returnTo })}`;
}
