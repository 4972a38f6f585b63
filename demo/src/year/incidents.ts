import type { Alert } from "./answer-alerts.ts";
import type { Decision } from "./decide.ts";
import { type NonConformanceStory, openNonConformance } from "./non-conformance.ts";
import { type PlannedRun, weekOf } from "./plan.ts";
import { assayIdOf } from "./set-up.ts";
import type { Story } from "./story.ts";

/** Non-conformances that are open already: each incident has one. */
export type Opened = Set<"bad lot" | "indel recall" | "sample swap">;

/** Opens the non-conformance of an incident when its first alert comes. */
export async function openForAlert(story: Story, opened: Opened, alert: Alert): Promise<void> {
  const incident = incidentOf(story, alert);
  if (incident === null || opened.has(incident)) return;
  opened.add(incident);
  const at = new Date(story.laboratory.clock.now().getTime() + 3 * 3_600_000);
  story.agenda.add(at, "non-conformance", async () => {
    await openNonConformance(story, await STORIES[incident](story, alert));
  });
}

function incidentOf({ calendar, laboratory }: Story, { assay, kind, subject }: Alert) {
  const now = laboratory.clock.now();
  const isIn = (from: number, to: number) => now >= calendar.at(from, "00:00") && now <= calendar.at(to, "23:59", 3);
  if (kind !== "immediate") return null;
  if (assay === "tumour-panel" && isIn(weekOf.lotShift, weekOf.lotShift)) return "bad lot";
  const isRecall = assay === "germline-genome" && subject.startsWith("recall of INDEL");
  if (isRecall && isIn(weekOf.declineBegins, weekOf.declineEnds)) return "indel recall";
  return assay === "exome" && isIn(weekOf.last, weekOf.last) ? "sample swap" : null;
}

type StoryOf = (story: Story, alert: Alert) => Promise<NonConformanceStory>;

const STORIES: Readonly<Record<"bad lot" | "indel recall" | "sample swap", StoryOf>> = {
  "bad lot": async ({ laboratory }, alert) => ({
    title: "Controls of the tumour panel shifted with kit lot HC-0412",
    description:
      "The first run with hybrid capture kit lot HC-0412 reads all four controls low. Patients' samples of the run are held.",
    severity: "major",
    runId: alert.run?.id ?? null,
    alertIds: [alert.id],
    actions: [
      {
        kind: "corrective",
        description: "Take lot HC-0412 out of use; repeat the run with the rest of lot HC-0398.",
        owner: "technologist",
        dueInDays: 3,
        done: { inDays: 1, restarts: { assayId: await assayIdOf(laboratory.pipelines, "tumour-panel") } },
        verified: { by: "reviewer", inDays: 5, outcome: "Both controls of the repeat are in control." },
      },
      {
        kind: "preventive",
        description: "Measure both controls with each new lot of the capture kit before it is used for patients.",
        owner: "engineer",
        dueInDays: 30,
        done: { inDays: 20 },
        verified: { by: "deputy", inDays: 23, outcome: "Lot HC-0431 was accepted by the new procedure." },
      },
    ],
    closing: {
      inDays: 28,
      rootCause: "Capture probes of lot HC-0412 bind the variant alleles less; confirmed by the manufacturer.",
    },
  }),
  "indel recall": async ({ laboratory, calendar }, alert) => {
    const daysTo = (week: number, days: number) => {
      const ahead = calendar.at(week, "14:00", days).getTime() - laboratory.clock.now().getTime();
      return Math.max(1, ahead / 86_400_000);
    };
    return {
      title: "Indel recall of whole genomes fell below its limit",
      description:
        "The trend that was reported weeks before has reached the limit. Indels are not reported until it is solved.",
      severity: "major",
      runId: alert.run?.id ?? null,
      alertIds: [alert.id],
      actions: [
        {
          kind: "corrective",
          description: "Replace library kit lot PF-2207, whose polymerase has aged, by lot PF-2391.",
          owner: "technologist",
          dueInDays: 21,
          done: {
            inDays: daysTo(weekOf.declineEnds, 2),
            restarts: { assayId: await assayIdOf(laboratory.pipelines, "germline-genome") },
          },
          verified: {
            by: "deputy",
            inDays: daysTo(weekOf.declineEnds + 1, 1),
            outcome: "Indel recall of the first run with lot PF-2391 is as it was at the beginning of the year.",
          },
        },
      ],
      closing: {
        inDays: daysTo(weekOf.declineEnds + 1, 5),
        rootCause: "The kit was kept beyond the 180 days for which the polymerase of an opened kit is stable.",
      },
    };
  },
  "sample swap": async (_, alert) => ({
    title: "The exome control run is not of the reference sample",
    description:
      "Half of all variants of NX1 are missing and as many others called, SNVs and indels alike: another sample.",
    severity: "critical",
    runId: alert.run?.id ?? null,
    alertIds: [alert.id],
    actions: [
      {
        kind: "corrective",
        description:
          "Find the sample that was taken for NX1: compare the calls with those of all samples of the plate.",
        owner: "engineer",
        dueInDays: 2,
        done: null,
        verified: null,
      },
      {
        kind: "corrective",
        description: "Extract NX1 anew and repeat the run; hold all results of the plate until then.",
        owner: "technologist",
        dueInDays: 4,
        done: null,
        verified: null,
      },
    ],
    closing: null,
  }),
};

/** What the director decides about a run that policy does not propose to release, where an incident is the cause. */
export function decisionOnIncident(run: PlannedRun): Decision | null {
  if (run.kind === "controls" && run.lotShift !== 0) {
    const reason = "Controls shifted with kit lot HC-0412: the run is repeated with lot HC-0398.";
    return { by: "director", disposition: "rejected", reason };
  }
  if (run.kind === "compared" && run.condition.indelLogit > 0) {
    const reason = "Indel recall is below its limit: results wait for a repeat with another kit lot.";
    return { by: "director", disposition: "held", reason };
  }
  if (run.kind === "controls" && run.assay === "methylation-panel") {
    const reason = "There is no baseline for the new lot of the control yet.";
    return { by: "director", disposition: "held", reason };
  }
  return null;
}
