import { useSyncExternalStore } from "react";

/** What the reader chose; `system` follows the machine. */
export type ThemeChoice = "light" | "dark" | "system";

const KEY = "touchstone-theme";
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** Draws in the chosen theme, and follows the machine where that was chosen. Called once, before anything is drawn. */
export function startTheme(): void {
  applyTheme();
  prefersDark.addEventListener("change", applyTheme);
}

/** The choice, and how to change it. It is kept in this browser alone. */
export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(listen, chosenTheme), chooseTheme];
}

function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
  applyTheme();
  for (const listener of listeners) listener();
}

function chosenTheme(): ThemeChoice {
  const choice = localStorage.getItem(KEY);
  return choice === "light" || choice === "dark" ? choice : "system";
}

function applyTheme(): void {
  const choice = chosenTheme();
  const isDark = choice === "dark" || (choice === "system" && prefersDark.matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
