import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";

/** Something that happened to a record, as those who watch are told. */
export const EventSchema = Type.Object({
  number: Type.Integer({ minimum: 1, description: "Later events have greater numbers; some are left out." }),
  topic: Type.String({ description: "run.created, alert.raised and the like." }),
  recordKind: Type.String(),
  recordId: IdSchema,
  payload: Type.Unknown({ description: "A summary; the record itself is at its own address." }),
  createdAt: MomentOutSchema,
});

/** Why a reader has to fetch everything anew: events after the number that it gave are not there. */
export const ResetSchema = Type.Object({
  reason: Type.Union([Type.Literal("removed"), Type.Literal("unknown")], {
    description: "removed: events after the number are too old to be kept. unknown: no event had the number yet.",
  }),
  continuesAfter: Type.Integer({ minimum: 0, description: "The events that follow come after this number." }),
});

/** Which topics somebody wants to be told of. */
export const TopicsSchema = Type.Array(
  Type.String({ pattern: "^[a-z][a-z-]*(\\.[a-z][a-z-]*)*(\\.\\*)?$", maxLength: 100 }),
  {
    maxItems: 50,
    description: "Only these: `run.created`, or `run.*` for all that begin so. Repeat it for several.",
  },
);
const NumberSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** What the stream takes. */
export const EventStreamQuerySchema = Type.Object(
  {
    lastEventId: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description:
          "Go on after this number, 0 for the first event that is kept. Without it: what happens from now on.",
      }),
    ),
    topic: Type.Optional(TopicsSchema),
  },
  { additionalProperties: false },
);

/** What a client that lost the stream repeats by itself; it goes before `lastEventId`. */
export const EventStreamHeadersSchema = Type.Object({ "last-event-id": Type.Optional(NumberSchema) });

/** What the list of events takes. */
export const EventLogQuerySchema = Type.Object(
  {
    after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0, description: "`next` of before." }),
    limit: Type.Integer({
      minimum: 1,
      maximum: 500,
      default: 100,
      description: "Events looked at, of which those with another topic are left out.",
    }),
    topic: Type.Optional(TopicsSchema),
  },
  { additionalProperties: false },
);

/** Events after a number. */
export const EventLogSchema = Type.Object({
  items: Type.Array(EventSchema),
  next: Type.Integer({ minimum: 0, description: "Number to go on after." }),
  isEnd: Type.Boolean({ description: "Whether there was nothing after `next` yet." }),
  reset: orNull(ResetSchema),
});

export type Event = Static<typeof EventSchema>;
export type Reset = Static<typeof ResetSchema>;
export type EventLog = Static<typeof EventLogSchema>;
