import { type Static, Type } from "@sinclair/typebox";
import { orNull } from "../http/field-schemas.ts";

const CountSchema = Type.Integer({ minimum: 0 });
const MillisecondsSchema = Type.Number({ minimum: 0, description: "Milliseconds." });
const BytesSchema = Type.Integer({ minimum: 0, description: "Bytes." });

/** What a processor and memory cost for an hour. */
export const ResourcePricesSchema = Type.Object({
  cpuHour: Type.Number({ minimum: 0, description: "Of one processor for an hour." }),
  gigabyteHour: Type.Number({ minimum: 0, description: "Of 1,073,741,824 bytes of memory for an hour." }),
  currency: Type.String(),
});

/** Tasks of a process, or of a whole run: cached ones took place in another run, and count as tasks alone. */
const usage = {
  tasks: Type.Object({
    total: CountSchema,
    unfinished: Type.Integer({ minimum: 0, description: "New, submitted or running." }),
    completed: CountSchema,
    cached: CountSchema,
    failed: CountSchema,
    aborted: CountSchema,
    retried: Type.Integer({ minimum: 0, description: "Attempts after the first; each is a task of its own." }),
  }),
  wallTime: Type.Object({
    sum: orNull(MillisecondsSchema),
    longest: orNull(MillisecondsSchema),
    tasks: Type.Integer({ minimum: 0, description: "Of so many, whose time from start to end is known." }),
  }),
  cpuTime: Type.Object({
    sum: orNull(MillisecondsSchema),
    tasks: Type.Integer({ minimum: 0, description: "Of so many, whose use of processors is known." }),
  }),
  memory: Type.Object(
    {
      peak: orNull(BytesSchema),
      requested: orNull(BytesSchema),
      share: orNull(Type.Number({ minimum: 0, description: "Peak by what was asked for; above 1 it needed more." })),
    },
    { description: "Of the task that came nearest to the memory that it asked for." },
  ),
  cost: Type.Object({
    amount: orNull(
      Type.Number({ minimum: 0, description: "Null without prices, and where no task has a known cost." }),
    ),
    tasks: Type.Integer({ minimum: 0, description: "Of so many tasks." }),
    unknown: Type.Integer({
      minimum: 0,
      description:
        "Tasks that were carried out here and have no known cost: they go on, or did not say how long they took or what they asked for.",
    }),
  }),
};

/** What each process of a run needed. */
export const ProcessUsagesSchema = Type.Object({
  prices: orNull(
    Type.Object(ResourcePricesSchema.properties, {
      description: "By which costs are computed; null where the server was given none.",
    }),
  ),
  processes: Type.Array(Type.Object({ process: Type.String(), ...usage }), {
    description: "In the order in which their first tasks were made.",
  }),
  total: Type.Object(usage),
});

export type ResourcePrices = Static<typeof ResourcePricesSchema>;
export type ProcessUsages = Static<typeof ProcessUsagesSchema>;
