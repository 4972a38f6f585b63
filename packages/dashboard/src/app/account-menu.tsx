import type { ReactElement } from "react";
import { signOut, useCaller } from "../api/session.ts";
import { Button } from "../ui/button.tsx";
import { type ThemeChoice, useTheme } from "./theme.ts";

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: "light", light: "dark", dark: "system" };
const NAMES: Readonly<Record<ThemeChoice, string>> = { system: "system", light: "light", dark: "dark" };

/** Who is signed in, the theme, and the way out. */
export function AccountMenu(): ReactElement {
  const { printedName, roles } = useCaller();
  const [theme, setTheme] = useTheme();
  return (
    <div className="account">
      <p>
        <strong>{printedName}</strong>
        <br />
        <small>{roles.join(", ")}</small>
      </p>
      <Button variant="quiet" onPress={() => setTheme(NEXT[theme])}>
        Theme: {NAMES[theme]}
      </Button>
      <Button variant="quiet" onPress={signOut}>
        Sign out
      </Button>
    </div>
  );
}
