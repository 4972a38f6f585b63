import type { ComponentType } from "react";
import type { Right } from "../../api/caller.ts";
import { AccountSection } from "./account/account-section.tsx";
import { AssaysSection } from "./assays/assays-section.tsx";
import { InstrumentsSection } from "./instruments/instruments-section.tsx";
import { MailSection } from "./mail/mail-section.tsx";
import { MaterialsSection } from "./materials/materials-section.tsx";
import { ReagentLotsSection } from "./reagent-lots/reagent-lots-section.tsx";
import { RuleSetsSection } from "./rule-sets/rule-sets-section.tsx";
import { ThresholdsSection } from "./thresholds/thresholds-section.tsx";
import { TokensSection } from "./tokens/tokens-section.tsx";
import { UsersSection } from "./users/users-section.tsx";
import { WebhooksSection } from "./webhooks/webhooks-section.tsx";

/** A part of the settings with an address of its own. */
export interface Section {
  readonly id: string;
  readonly label: string;
  /** What one has to be allowed to be led here; null for everybody who is signed in. */
  readonly right: Right | null;
  readonly Content: ComponentType;
}

/** Sections under headings, in the order in which they are shown. */
export const sectionGroups: readonly { readonly title: string; readonly sections: readonly Section[] }[] = [
  {
    title: "Definitions",
    sections: [
      { id: "assays", label: "Assays", right: "read", Content: AssaysSection },
      { id: "thresholds", label: "Thresholds", right: "read", Content: ThresholdsSection },
      { id: "rule-sets", label: "Rule sets", right: "read", Content: RuleSetsSection },
    ],
  },
  {
    title: "Laboratory",
    sections: [
      { id: "materials", label: "Materials", right: "read", Content: MaterialsSection },
      { id: "reagent-lots", label: "Reagent lots", right: "read", Content: ReagentLotsSection },
      { id: "instruments", label: "Instruments", right: "read", Content: InstrumentsSection },
    ],
  },
  {
    title: "Access",
    sections: [
      { id: "users", label: "Users", right: "read", Content: UsersSection },
      { id: "tokens", label: "Tokens", right: null, Content: TokensSection },
      { id: "account", label: "My account", right: null, Content: AccountSection },
    ],
  },
  {
    title: "Messages",
    sections: [
      { id: "webhooks", label: "Webhooks", right: "admin", Content: WebhooksSection },
      { id: "mail", label: "E-mail", right: "admin", Content: MailSection },
    ],
  },
];
