import { createRootRoute } from "@tanstack/react-router";
import { NotFound } from "./not-found.tsx";

/** Above all pages, those for signing in too. */
export const rootRoute = createRootRoute({ notFoundComponent: NotFound });
