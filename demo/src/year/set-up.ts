import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { TouchstoneClient } from "@touchstone/client";
import { dayOf, daysAfter } from "./calendar.ts";
import { type AssayName, assayDefinitions, instruments, pipelines, pipelineVersion } from "./definitions.ts";
import { drawMeasurements } from "./measure-run.ts";
import { type ControlRun, lots } from "./plan.ts";
import { contentOf, signature } from "./sign.ts";
import { REFERENCE_SAMPLE } from "./simulate-call-set.ts";
import type { Story } from "./story.ts";

const DAY = 86_400_000;
/** Measurements of each control from the time before, which its first baseline is made of. */
const HISTORY = { "tumour-panel": 36, "methylation-panel": 24 } as const;

/** What the laboratory has before the year begins: instruments, lots, definitions, truth set, history and baselines. */
export function setUp(story: Story): void {
  const { agenda, calendar } = story;
  const before = (days: number, time: string) => new Date(calendar.at(0, time).getTime() - days * DAY);
  agenda.add(before(6, "08:00"), "instruments, materials and lots", () => addThings(story));
  agenda.add(before(6, "10:00"), "assay definitions", () => proposeAssays(story));
  agenda.add(before(5, "09:00"), "assay definitions", () => approveAssays(story));
  agenda.add(before(5, "10:00"), "truth set", () => addTruthSet(story));
  agenda.add(before(4, "08:30"), "control measurements of the time before", () => importHistory(story));
  agenda.add(before(3, "09:00"), "baselines", () => establishBaselines(story));
}

async function addThings({ laboratory, calendar }: Story): Promise<void> {
  const client = await laboratory.person("technologist");
  for (const [name, about] of Object.entries(instruments)) {
    await client.POST("/api/v1/instruments", { body: { name, ...about } });
  }
  const first = calendar.at(0, "08:00");
  await client.POST("/api/v1/materials", { body: { name: REFERENCE_SAMPLE, use: "truth set" } });
  for (const name of ["tumour-control-high", "tumour-control-low"]) {
    await client.POST("/api/v1/materials", { body: { name, use: "control", expiresOn: daysAfter(first, 700) } });
  }
  const [lot] = lots.methylationControl;
  const body = { name: "methylation-control", lot, use: "control", expiresOn: daysAfter(first, 400) } as const;
  await client.POST("/api/v1/materials", { body });
  await addLots(client, first);
}

/** Every kit's first lot; the panel's ends after the year, so that the scheduler has nothing to say of it. */
async function addLots(client: TouchstoneClient, first: Date): Promise<void> {
  const opened = new Date(first.getTime() - 60 * DAY).toISOString();
  for (const {
    reagent,
    lots: [lot],
  } of [lots.genomeKit, lots.exomeKit, lots.panelKit, lots.methylationKit]) {
    const expiresOn = daysAfter(first, 540);
    await client.POST("/api/v1/reagent-lots", { body: { reagent, lot, expiresOn, openedAt: opened } });
  }
}

async function proposeAssays({ laboratory }: Story): Promise<void> {
  const client = await laboratory.person("reviewer");
  for (const definition of Object.values(assayDefinitions)) {
    await client.POST("/api/v1/assays", { body: { definition: definition as Record<string, unknown> } });
  }
}

async function approveAssays({ laboratory }: Story): Promise<void> {
  const client = await laboratory.person("director");
  const { items } = contentOf(await client.GET("/api/v1/assays", { params: { query: { status: "draft" } } }));
  for (const { id } of items) {
    const body = signature("reviewed and approved for routine use");
    await client.POST("/api/v1/assays/{id}/approve", { params: { path: { id } }, body });
  }
}

async function addTruthSet({ laboratory, genome }: Story): Promise<void> {
  const client = await laboratory.person("reviewer");
  const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  await client.POST("/api/v1/truth-sets", {
    body: {
      name: "NX1-small-variants",
      version: "1.0",
      material: { name: REFERENCE_SAMPLE },
      reference: "generated",
      vcfSha256: sha256(genome.truth),
      regionsSha256: sha256(genome.regions),
    },
  });
}

async function importHistory(story: Story): Promise<void> {
  const { calendar } = story;
  for (const assay of ["tumour-panel", "methylation-panel"] as const) {
    for (let n = 1; n <= HISTORY[assay]; n++) {
      const at = new Date(calendar.at(0, "09:00").getTime() - (2 * n + 10) * DAY);
      await importRun(story, assay, { key: `${assay} history ${n}`, at, controlLot: controlLotOf(assay, 0) });
    }
  }
}

/** Imports the controls of one run of the time before, or of a lot that is measured beside the one in use. */
export async function importRun(
  { laboratory, seed }: Story,
  assay: ControlRun["assay"],
  { key, at, controlLot }: Pick<ControlRun, "key" | "at" | "controlLot">,
): Promise<void> {
  const kit = assay === "tumour-panel" ? lots.panelKit : lots.methylationKit;
  const drawn = { key, assay, lot: kit.lots[0], controlLot, lotShift: 0, ownShift: null };
  const { pipeline, version } = pipelines[assay];
  await laboratory.pipelines.POST("/api/v1/measurements", {
    body: {
      run: {
        name: `${dayOf(at)}_${assay}_imported`,
        assay: { name: assay },
        pipelineVersion: pipelineVersion(pipeline, version),
        performedAt: at.toISOString(),
        imported: true,
      },
      measurements: drawMeasurements(seed, drawn),
    },
  });
}

/** Lot of the control of an assay; null for those that are no lots. */
export function controlLotOf(assay: AssayName, place: 0 | 1): string | null {
  return assay === "methylation-panel" ? lots.methylationControl[place] : null;
}

async function establishBaselines(story: Story): Promise<void> {
  const { laboratory, calendar } = story;
  const before = calendar.at(0, "00:00").toISOString();
  const from = new Date(calendar.at(0, "00:00").getTime() - 200 * DAY).toISOString();
  const panel = ["tumour-control-high", "tumour-control-low"].map((name) => ({ name }));
  const [lot] = lots.methylationControl;
  for (const [assay, materials] of [
    ["tumour-panel", panel],
    ["methylation-panel", [{ name: "methylation-control", lot }]],
  ] as const) {
    const client = await laboratory.person("deputy");
    const assayId = await assayIdOf(client, assay);
    const establish = { name: assay, materials: [...materials], from, before };
    const { id } = contentOf(await client.POST("/api/v1/baselines", { body: { assayId, establish } }));
    for (const position of ["reviewer", "director"] as const) {
      const signer = await laboratory.person(position);
      const body = signature("limits for routine use");
      await signer.POST("/api/v1/baselines/{id}/approve", { params: { path: { id } }, body });
    }
  }
}

/** Id of an assay's definition in force. */
export async function assayIdOf(client: TouchstoneClient, name: AssayName): Promise<string> {
  const { items } = contentOf(await client.GET("/api/v1/assays", { params: { query: { status: "approved" } } }));
  const found = items.find((assay) => assay.name === name);
  if (found === undefined) throw new TypeError(`no assay ${name} is in force`);
  return found.id;
}
