import { Outlet } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useLiveEvents } from "../api/live-events.ts";
import { Button } from "../ui/button.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { LiveMark } from "./live-mark.tsx";
import { Navigation } from "./navigation.tsx";
import "./shell.css";

/** Around every page: navigation, whether changes arrive, and who is signed in. */
export function Shell(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const live = useLiveEvents();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to the page
      </a>
      <header className="shell-header">
        <span className="brand">Touchstone</span>
        <Button
          className="navigation-toggle"
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls="navigation"
          onPress={() => setOpen(!isOpen)}
        >
          Menu
        </Button>
        <div id="navigation" className="navigation-drawer" data-open={isOpen}>
          <Navigation onChoose={() => setOpen(false)} />
          <div className="shell-foot">
            <LiveMark state={live} />
            <AccountMenu />
          </div>
        </div>
      </header>
      <div id="content" tabIndex={-1}>
        <Outlet />
      </div>
    </div>
  );
}
