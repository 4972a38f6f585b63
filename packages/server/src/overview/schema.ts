import { type Static, Type } from "@sinclair/typebox";
import { NamedRunSchema } from "../alerts/schema.ts";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";
import { PersonSchema } from "../principals/person.ts";
import { VerdictStateSchema } from "../verdicts/schema.ts";

const CountSchema = Type.Integer({ minimum: 0 });

/** A control that a verdict is on, or that is overdue: a chart shows it. */
const ControlSchema = Type.Object({
  material: Type.String(),
  materialLot: orNull(Type.String()),
  analyte: Type.String(),
  level: orNull(Type.String()),
});

/** One thing that an assay's state rests on. */
export const GroundSchema = Type.Object({
  about: Type.Union(
    [
      Type.Literal("controls"),
      Type.Literal("comparison"),
      Type.Literal("replicate study"),
      Type.Literal("control overdue"),
      Type.Literal("nothing judged"),
    ],
    { description: "What was judged last, or what is missing." },
  ),
  state: VerdictStateSchema,
  sentence: Type.String({ description: "Of the verdict that decides." }),
  run: orNull(NamedRunSchema),
  assayVersion: orNull(Type.Integer({ description: "Under which the run was judged." })),
  performedAt: orNull(MomentOutSchema),
  verdictId: orNull(IdSchema),
  comparisonId: orNull(IdSchema),
  replicateStudyId: orNull(IdSchema),
  truthSet: orNull(Type.String({ description: "Of a comparison: name and version." })),
  sample: orNull(Type.String({ description: "Of a comparison: whose calls, where it is known." })),
  instrument: orNull(Type.String()),
  control: orNull(ControlSchema),
});

const LastControlSchema = Type.Object({
  run: NamedRunSchema,
  performedAt: MomentOutSchema,
  daysSince: Type.Integer({ minimum: 0, description: "Whole days." }),
  by: Type.Union([Type.Literal("controls"), Type.Literal("comparison")], {
    description: "Its control measurements, or, of an assay whose definition has none, its comparison with truth.",
  }),
});

/** Alerts that are not resolved. */
export const OpenAlertsSchema = Type.Object({
  count: Type.Integer({ minimum: 0, description: "Open or acknowledged." }),
  acknowledged: CountSchema,
  oldestOpenedAt: orNull(MomentOutSchema),
  levels: Type.Array(Type.Object({ level: CountSchema, count: CountSchema }), {
    description: "By steps of escalation, the highest first.",
  }),
  owners: Type.Array(Type.Object({ person: orNull(PersonSchema), count: CountSchema }), {
    description: "By who is to look into them, null for nobody; most alerts first.",
  }),
});

/** A score that declines, as its predictive alert says. */
export const DeclineSchema = Type.Object({
  alertId: IdSchema,
  series: Type.String({ description: "Score, records and what they are compared with: recall of INDEL against T 1." }),
  run: orNull(NamedRunSchema),
  slope: orNull(Type.Number({ description: "Sen's, a unit of time; below 0." })),
  unit: Type.Union([Type.Literal("day"), Type.Literal("run")]),
  threshold: orNull(Type.Number()),
  isCrossed: Type.Boolean({ description: "Whether the line is beyond the threshold already." }),
  crossesAt: orNull(MomentOutSchema),
  earliestAt: orNull(MomentOutSchema),
  latestAt: orNull(MomentOutSchema),
  sentence: Type.String(),
});

const TrendSchema = Type.Object(
  {
    watched: Type.Integer({ minimum: 0, description: "Series of scores that are long enough to be tested." }),
    tooShort: Type.Integer({ minimum: 0, description: "Those with too few runs since the last change to tell." }),
    declines: Type.Array(DeclineSchema, { description: "What unresolved predictive alerts say, the soonest first." }),
  },
  { description: "Of precision, recall and F1: of each threshold with a horizon, the series that goes on." },
);

/** What waits for somebody's name. */
export const AwaitingSchema = Type.Object({
  proposals: Type.Object(
    { released: CountSchema, held: CountSchema, rejected: CountSchema, repeat: CountSchema },
    { description: "Runs about which nobody has signed, by what policy proposes." },
  ),
  secondSignatures: Type.Integer({ minimum: 0, description: "Decisions that one person has signed, of two." }),
  questionedReleases: Type.Integer({
    minimum: 0,
    description: "Released runs for which policy proposes something stricter than when they were signed.",
  }),
  notJudged: Type.Integer({ minimum: 0, description: "Finished runs of which nothing was judged; they are held." }),
  assays: Type.Integer({ minimum: 0, description: "Drafts of definitions; examples do not count." }),
  baselines: CountSchema,
  thresholds: CountSchema,
  ruleSets: Type.Integer({ minimum: 0, description: "They belong to no assay." }),
});

/** A lot that expires soon or did of late. */
export const ExpiringLotSchema = Type.Object({
  use: Type.Union([Type.Literal("reagent"), Type.Literal("control material")]),
  name: Type.String(),
  lot: orNull(Type.String()),
  expiresOn: Type.String({ format: "date" }),
  daysLeft: Type.Integer({ description: "Negative once it has expired." }),
});

const NonConformancesSchema = Type.Object({ open: CountSchema, oldestOpenedAt: orNull(MomentOutSchema) });

/** What is open about an assay, or about none. */
const openParts = {
  alerts: OpenAlertsSchema,
  nonConformances: NonConformancesSchema,
  awaiting: AwaitingSchema,
  lots: Type.Array(ExpiringLotSchema, { description: "The soonest first." }),
};

/** How an assay is. */
export const AssayOverviewSchema = Type.Object({
  assay: Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() }),
  state: VerdictStateSchema,
  grounds: Type.Array(GroundSchema, {
    minItems: 1,
    description: "What the state rests on, what decides it first.",
  }),
  lastControl: orNull(LastControlSchema),
  controlIntervalDays: orNull(
    Type.Number({ description: "Longest time between controls; the shortest that the definition in force demands." }),
  ),
  trend: TrendSchema,
  ...openParts,
});

/** How all assays are. */
export const OverviewSchema = Type.Object({
  at: Type.String({ format: "date-time", description: "The server's time, for ages." }),
  assays: Type.Array(AssayOverviewSchema, { description: "Each that is in force, by name." }),
  others: Type.Object(
    { ...openParts, lastRun: orNull(Type.Object({ ...NamedRunSchema.properties, performedAt: MomentOutSchema })) },
    { description: "What belongs to no assay in force: it has no state, and is not hidden." },
  ),
});

export type Overview = Static<typeof OverviewSchema>;
export type AssayOverview = Static<typeof AssayOverviewSchema>;
export type Ground = Static<typeof GroundSchema>;
export type Control = Static<typeof ControlSchema>;
export type OpenAlerts = Static<typeof OpenAlertsSchema>;
export type Decline = Static<typeof DeclineSchema>;
export type Awaiting = Static<typeof AwaitingSchema>;
export type ExpiringLot = Static<typeof ExpiringLotSchema>;
