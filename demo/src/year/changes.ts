import { daysAfter } from "./calendar.ts";
import { lots, weekOf } from "./plan.ts";
import { assayIdOf, controlLotOf, importRun } from "./set-up.ts";
import { contentOf, signature } from "./sign.ts";
import type { Story } from "./story.ts";

const DAY = 86_400_000;

/** Changes between runs: lots, service, the new version, the new lot of a control. */
export function planChanges(story: Story): void {
  const { agenda, calendar } = story;
  const [, badLot, nextLot] = lots.panelKit.lots;
  agenda.add(calendar.at(weekOf.lotShift - 1, "13:00"), "new kit lot", () => openPanelLot(story, badLot, 300));
  agenda.add(calendar.at(weekOf.lotShift, "13:30", 2), "kit lot out of use", () => retireLot(story, badLot));
  agenda.add(calendar.at(weekOf.lotShift + 2, "13:00"), "new kit lot", () => {
    const untilEnd = Math.round(
      (calendar.lastDay.getTime() - calendar.at(weekOf.lotShift + 2, "00:00").getTime()) / DAY,
    );
    return openPanelLot(story, nextLot, untilEnd + DAYS_TO_EXPIRY);
  });
  agenda.add(calendar.at(weekOf.lotShift + 3, "16:00"), "kit lot used up", () =>
    retireLot(story, lots.panelKit.lots[0]),
  );
  agenda.add(calendar.at(weekOf.service, "16:30"), "service", () => recordService(story));
  agenda.add(calendar.at(weekOf.declineEnds, "12:00", 2), "new kit lot", () => replaceGenomeKit(story));
  agenda.add(calendar.at(weekOf.newVersion, "06:30"), "pipeline version", () => putVersionIntoUse(story));
  agenda.add(calendar.at(weekOf.newControlLot, "06:30"), "new control lot", () => openControlLot(story));
  agenda.add(calendar.at(50, "10:00", 1), "baseline of the new control lot", () => proposeBaseline(story));
}

/** Days after the year in which the lot of the panel's kit that is in use expires. */
const DAYS_TO_EXPIRY = 9;

async function openPanelLot({ laboratory }: Story, lot: string, days: number): Promise<void> {
  const client = await laboratory.person("technologist");
  const now = laboratory.clock.now();
  const { reagent } = lots.panelKit;
  const body = { reagent, lot, openedAt: now.toISOString(), expiresOn: daysAfter(now, days) };
  const { id } = contentOf(await client.POST("/api/v1/reagent-lots", { body }));
  await client.POST("/api/v1/change-events", {
    body: {
      kind: "reagent lot",
      happenedAt: now.toISOString(),
      description: `${reagent}, lot ${lot}, in use`,
      assayId: await assayIdOf(client, "tumour-panel"),
      reagentLotId: id,
    },
  });
}

async function retireLot({ laboratory }: Story, lot: string): Promise<void> {
  const client = await laboratory.person("technologist");
  const { items } = contentOf(await client.GET("/api/v1/reagent-lots", { params: { query: { limit: 100 } } }));
  const found = items.find((one) => one.lot === lot);
  if (found === undefined) throw new TypeError(`there is no lot ${lot}`);
  await client.PATCH("/api/v1/reagent-lots/{id}", { params: { path: { id: found.id } }, body: { retired: true } });
}

async function recordService({ laboratory }: Story): Promise<void> {
  const client = await laboratory.person("engineer");
  const { items } = contentOf(await client.GET("/api/v1/instruments", { params: { query: { limit: 100 } } }));
  const instrument = items.find(({ name }) => name === "SEQ-B");
  if (instrument === undefined) throw new TypeError("there is no instrument SEQ-B");
  await client.POST("/api/v1/change-events", {
    body: {
      kind: "service",
      happenedAt: laboratory.clock.now().toISOString(),
      description: "Yearly service of SEQ-B by its manufacturer: optics cleaned, fluidics replaced",
      instrumentId: instrument.id,
    },
  });
}

async function replaceGenomeKit({ laboratory }: Story): Promise<void> {
  const client = await laboratory.person("technologist");
  const now = laboratory.clock.now();
  const [old, lot] = lots.genomeKit.lots;
  const { reagent } = lots.genomeKit;
  const body = { reagent, lot, openedAt: now.toISOString(), expiresOn: daysAfter(now, 360) };
  const { id } = contentOf(await client.POST("/api/v1/reagent-lots", { body }));
  await client.POST("/api/v1/change-events", {
    body: {
      kind: "reagent lot",
      happenedAt: now.toISOString(),
      description: `${reagent}, lot ${lot}, in place of ${old}`,
      assayId: await assayIdOf(client, "germline-genome"),
      reagentLotId: id,
    },
  });
  await retireLot({ laboratory } as Story, old);
}

async function putVersionIntoUse({ laboratory }: Story): Promise<void> {
  const client = await laboratory.person("engineer");
  const { items } = contentOf(await client.GET("/api/v1/pipeline-versions", { params: { query: { limit: 100 } } }));
  const found = items.find(({ pipeline, version }) => pipeline === "germline" && version === "2.4.1");
  if (found === undefined) throw new TypeError("germline 2.4.1 was never run");
  await client.POST("/api/v1/change-events", {
    body: {
      kind: "pipeline version",
      happenedAt: laboratory.clock.now().toISOString(),
      description: "germline 2.4.1 in use, in place of 2.3.0",
      pipelineVersionId: found.id,
    },
  });
}

async function openControlLot({ laboratory }: Story): Promise<void> {
  const client = await laboratory.person("technologist");
  const now = laboratory.clock.now();
  const [, lot] = lots.methylationControl;
  const { id } = contentOf(
    await client.POST("/api/v1/materials", {
      body: { name: "methylation-control", lot, use: "control", expiresOn: daysAfter(now, 365) },
    }),
  );
  await client.POST("/api/v1/change-events", {
    body: {
      kind: "control lot",
      happenedAt: now.toISOString(),
      description: `methylation-control, lot ${lot}, in use`,
      assayId: await assayIdOf(client, "methylation-panel"),
      materialId: id,
    },
  });
}

/** Days on which the new lot was measured beside the old one, before it was taken into use. */
const PARALLEL_DAYS = 20;

/** The new lot was measured beside the old one; a baseline of that waits for its second signature. */
async function proposeBaseline(story: Story): Promise<void> {
  const { laboratory, calendar } = story;
  const now = laboratory.clock.now();
  const inUse = calendar.at(weekOf.newControlLot, "09:00");
  const controlLot = controlLotOf("methylation-panel", 1);
  for (let n = 1; n <= PARALLEL_DAYS; n++) {
    const at = new Date(inUse.getTime() - (n + 1) * DAY);
    await importRun(story, "methylation-panel", { key: `methylation parallel ${n}`, at, controlLot });
  }
  const client = await laboratory.person("deputy");
  const [, lot] = lots.methylationControl;
  const establish = {
    name: "methylation-panel",
    materials: [{ name: "methylation-control", lot }],
    from: new Date(inUse.getTime() - (PARALLEL_DAYS + 2) * DAY).toISOString(),
    before: now.toISOString(),
  };
  const assayId = await assayIdOf(client, "methylation-panel");
  const { id } = contentOf(await client.POST("/api/v1/baselines", { body: { assayId, establish } }));
  const reviewer = await laboratory.person("reviewer");
  const body = signature("limits of the new control lot");
  await reviewer.POST("/api/v1/baselines/{id}/approve", { params: { path: { id } }, body });
}
