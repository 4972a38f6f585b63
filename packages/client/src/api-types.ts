// Made from packages/server/openapi.json (npm run client).
export interface paths {
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measurements of the server and counts of records, for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether database, files and migrations can be used */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am */
        get: operations["getCaller"];
        put?: never;
        /** Sign in with a local account */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My sessions that are in use, newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions, or anybody's as an admin */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace my password; all my other sessions end */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people sign in here */
        get: operations["listSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the provider to sign in; for browsers */
        get: operations["beginOidcSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/reauthentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove to the provider anew who I am, for one signature */
        post: operations["beginReauthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider leads back to; for browsers */
        get: operations["finishOidcSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/principals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and programs, by name */
        get: operations["listPrincipals"];
        put?: never;
        /** Add a person or a program */
        post: operations["createPrincipal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/principals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person or program */
        get: operations["getPrincipal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change roles, names or password, disable or enable */
        patch: operations["changePrincipal"];
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tokens, or everybody's to an admin; newest first */
        get: operations["listTokens"];
        put?: never;
        /** Make a token; the answer holds it, and no other ever will */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token, at once and for good */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs by time */
        get: operations["listRuns"];
        put?: never;
        /** Add a run; the same run sent again gets the first answer */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Take a run to its next status */
        patch: operations["changeRun"];
        trace?: never;
    };
    "/api/v1/runs/{run}/disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a run's results may leave the house, why, and who signed; made to be polled with If-None-Match */
        get: operations["getDisposition"];
        put?: never;
        /** Sign what becomes of a run's results; 202 while a second person has to sign as well */
        post: operations["signDisposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/disposition/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record that a signature would stand for, and the hash that names its version */
        get: operations["getDispositionRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/disposition/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All decisions about a run's results, the last first */
        get: operations["getDispositionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts, those opened last first */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert, with every time that its cause was found and all that was done */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done about an alert and who was to look into it, oldest first; always one page */
        get: operations["getAlertHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say that somebody is looking into an open alert */
        patch: operations["acknowledgeAlert"];
        trace?: never;
    };
    "/api/v1/alerts/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Close an acknowledged alert, with the reason */
        patch: operations["resolveAlert"];
        trace?: never;
    };
    "/api/v1/alerts/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give an alert to a person to look into, or take it back */
        patch: operations["assignAlert"];
        trace?: never;
    };
    "/api/v1/non-conformances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Non-conformances, those opened last first */
        get: operations["listNonConformances"];
        put?: never;
        /** Say that something did not go as it has to */
        post: operations["openNonConformance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/non-conformances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One non-conformance, with its alerts and corrective actions */
        get: operations["getNonConformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one that is open, or link alerts to it */
        patch: operations["changeNonConformance"];
        trace?: never;
    };
    "/api/v1/non-conformances/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close one with its root cause and a signature, when nothing is left to do */
        post: operations["closeNonConformance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/non-conformances/{id}/corrective-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan what is done about a non-conformance */
        post: operations["planCorrectiveAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrective-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrective actions, those planned last first */
        get: operations["listCorrectiveActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrective-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One corrective action */
        get: operations["getCorrectiveAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Plan it otherwise, or say that it is done, verified by somebody else, not enough or abandoned */
        patch: operations["changeCorrectiveAction"];
        trace?: never;
    };
    "/api/v1/concordance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comparisons by the time when they were made, with their scores and states */
        get: operations["listComparisons"];
        put?: never;
        /**
         * Take in the files of a comparison with a truth set, and judge it
         * @description Files of `touchstone compare`, hap.py, rtg vcfeval, aardvark or som.py, recognised by their content. The same results sent again get the first answer; other results for the same run and truth set are refused unless `supersede` says why. A body may have four times the bytes that other requests may have (64 MiB by default).
         */
        post: operations["createComparison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concordance/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mean scores by assay, truth set, pipeline version, program and type, and runs that pass and fail */
        get: operations["summariseConcordance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concordance/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One comparison with its verdicts, files and provenance */
        get: operations["getComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concordance/{id}/strata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of a comparison's table: counts and scores by type, subtype, stratum and filter */
        get: operations["listStrata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concordance/{id}/precision-recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points of a comparison's precision-recall curves */
        get: operations["listPrecisionRecallPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reproducibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Studies of replicates by the time when they were finished */
        get: operations["listReplicateStudies"];
        put?: never;
        /**
         * Take in the files of a study of replicates, and judge it
         * @description P.reproducibility.json of `touchstone reproducibility`, and if wanted P.variants.tsv.gz (500,000 variants at most) and P.pairs.csv. The same results sent again get the first answer; other results of the same run and name are refused unless `supersede` says why. A body may have four times the bytes that other requests may have.
         */
        post: operations["createReplicateStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reproducibility/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last study of an assay, whichever version of it */
        get: operations["getLatestReplicateStudy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reproducibility/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One study of replicates with its report */
        get: operations["getReplicateStudy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reproducibility/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Variants of a study, or analytes, over its runs */
        get: operations["listReplicateVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reproducibility/{id}/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How pairs of a study's runs agree, by stratum */
        get: operations["listReplicatePairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of a run, by number */
        get: operations["listTasks"];
        put?: never;
        /** Report tasks of a run: again, late and in any order as it comes */
        post: operations["reportTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/tasks/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task, with all that was reported of it */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/nextflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Nextflow reported of a run as a whole */
        get: operations["getNextflowRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of a run, in the order in which they were added */
        get: operations["listArtifacts"];
        put?: never;
        /** Add a file of a run that is kept elsewhere; the same file sent again gets the first answer */
        post: operations["addArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of a run, without its content */
        get: operations["getArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Content of a file that Touchstone keeps: all of it, a range, or where S3 gives it out */
        get: operations["getArtifactContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a run: changes, tasks, results, verdicts and alerts in order of time */
        get: operations["getRunTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Control measurements by time */
        get: operations["listMeasurements"];
        put?: never;
        /** Add control measurements of a run and judge them; the same ones sent again change nothing */
        post: operations["addMeasurements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measurements/{id}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign that a measurement stays out of later baselines, and why; verdicts stay as they are */
        post: operations["excludeMeasurement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measurements/{id}/exclusion/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign that a measurement is excluded no longer, and why */
        post: operations["withdrawMeasurementExclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verdicts in force, the latest first */
        get: operations["listVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verdicts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One verdict with those that it replaced and that replaced it */
        get: operations["getVerdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts/levey-jennings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A series of control measurements with verdicts, limits, events and lots */
        get: operations["getLeveyJenningsChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts/ewma-cusum": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** EWMA and two-sided CUSUM of a series of control measurements, by the baselines that judged them */
        get: operations["getEwmaCusumChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The series that there are charts of, each with its latest measurement and verdict */
        get: operations["listControlSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/baselines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Baselines by name and version */
        get: operations["listBaselines"];
        put?: never;
        /** Add a baseline as a draft, of a document or of stored measurements; the same content gets the first answer */
        post: operations["createBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/baselines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One baseline with the limits of its series and the signatures under it */
        get: operations["getBaseline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/baselines/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The baseline as a file that `touchstone monitor` takes, with every point and signature */
        get: operations["getBaselineDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/baselines/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a baseline and its exclusions; enough signatures put it in force for what is measured from then on */
        post: operations["approveBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/baselines/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign that a baseline judges no more; verdicts that it gave stay */
        post: operations["retireBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rule sets by name and version */
        get: operations["listRuleSets"];
        put?: never;
        /** Add a rule set as a draft; the same one sent again gets the first answer */
        post: operations["createRuleSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule set with its rules, policies and the signature under it */
        get: operations["getRuleSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-sets/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a draft: it judges what is measured from now on, the one before is retired */
        post: operations["approveRuleSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-sets/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use of a rule set; what was judged by it stays */
        post: operations["retireRuleSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assays by name and version */
        get: operations["listAssays"];
        put?: never;
        /** Add an assay definition as a draft; the same one sent again gets the first answer */
        post: operations["createAssay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One assay with its definition, and what keeps a draft from being approved */
        get: operations["getAssay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assays/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a draft: it comes into force with its thresholds, the version before is retired */
        post: operations["approveAssay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assays/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use of an assay */
        post: operations["retireAssay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thresholds by assay and by what they judge */
        get: operations["listThresholds"];
        put?: never;
        /** Add a threshold as a draft; the same one sent again gets the first answer */
        post: operations["createThreshold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/thresholds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One threshold with the signature under it */
        get: operations["getThreshold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/thresholds/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a draft: it comes into force, the one before is retired */
        post: operations["approveThreshold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/thresholds/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use of a threshold */
        post: operations["retireThreshold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/truth-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Truth sets by name and version */
        get: operations["listTruthSets"];
        put?: never;
        /** Add a truth set; the same one sent again gets the first answer */
        post: operations["createTruthSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/truth-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One truth set */
        get: operations["getTruthSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/truth-sets/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use of a truth set */
        post: operations["retireTruthSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Change events, the last first */
        get: operations["listChangeEvents"];
        put?: never;
        /** Record what happened between runs; it stays as it is recorded */
        post: operations["recordChangeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change event */
        get: operations["getChangeEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Materials by name */
        get: operations["listMaterials"];
        put?: never;
        /** Add a material; the same one sent again gets the first answer */
        post: operations["createMaterial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One material */
        get: operations["getMaterial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of a material, or retire it */
        patch: operations["changeMaterial"];
        trace?: never;
    };
    "/api/v1/reagent-lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reagent lots by reagent and lot */
        get: operations["listReagentLots"];
        put?: never;
        /** Add a reagent lot; the same one sent again gets the first answer */
        post: operations["createReagentLot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reagent-lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reagent lot */
        get: operations["getReagentLot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of a reagent lot, or retire it */
        patch: operations["changeReagentLot"];
        trace?: never;
    };
    "/api/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instruments by name */
        get: operations["listInstruments"];
        put?: never;
        /** Add an instrument; the same one sent again gets the first answer */
        post: operations["createInstrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One instrument */
        get: operations["getInstrument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of an instrument, or retire it */
        patch: operations["changeInstrument"];
        trace?: never;
    };
    "/api/v1/pipeline-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pipeline versions, those seen last first */
        get: operations["listPipelineVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events as they happen (server-sent events) */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events after a number, in order */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail, latest first */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a part of the audit trail is as it was written; `next` leads on */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The evidence bundle of a run, to check with `touchstone evidence verify` */
        get: operations["getRunEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of a run; its part of the audit trail only for who may read the trail */
        get: operations["getRunReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concordance/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of a comparison with a truth set, with its verdicts */
        get: operations["getComparisonReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reproducibility/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report of a study of replicates
         * @description Single variants are shown of studies of 50,000 variants at most.
         */
        get: operations["getReplicateStudyReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The review of an assay's month: runs, verdicts, alerts, actions, trends, changes and lots */
        get: operations["getMonthlyReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /** Add a webhook; the answer holds its secret, and no other ever will */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Disable a webhook; what it was told stays on record */
        delete: operations["disableWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or enable or disable it */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/v1/mail-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is written to, newest first */
        get: operations["listMailSubscriptions"];
        put?: never;
        /** Have somebody written to about alerts */
        post: operations["createMailSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One subscription */
        get: operations["getMailSubscription"];
        put?: never;
        post?: never;
        /** End a subscription */
        delete: operations["endMailSubscription"];
        options?: never;
        head?: never;
        /** Change a subscription, or end it or take it up again */
        patch: operations["changeMailSubscription"];
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to webhooks and by e-mail, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a message again that was given up */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/artifacts/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file of a run together with its content; the same file sent again gets the first answer */
        post: operations["uploadArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/user-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose token Nextflow shows */
        get: operations["getTraceUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/service-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Nextflow reports to */
        get: operations["getTraceService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/trace/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nextflow announces a run, which is added unless it is there */
        post: operations["createTrace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/trace/{workflowId}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A run of Nextflow begins */
        put: operations["beginTrace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/trace/{workflowId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tasks of a run of Nextflow */
        put: operations["progressTrace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/trace/{workflowId}/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Nextflow is alive */
        put: operations["heartbeatTrace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tower/trace/{workflowId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A run of Nextflow has ended */
        put: operations["completeTrace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Stable code; docs/errors.md explains each. */
            code: string;
            /** @description What to do. */
            hint: string;
            /** @description Whether the same request may succeed later without any change. */
            retryable: boolean;
            instance: string;
            errors?: {
                /** @description JSON pointer (RFC 6901): /body/name, /query/limit. */
                pointer: string;
                message: string;
            }[];
            /** @description Seconds. */
            retryAfter?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus' text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: "ready" | "unavailable";
                        database: {
                            status: "ready" | "unavailable";
                            latencyMs: number;
                            reason: string | null;
                        };
                        objects: {
                            status: "ready" | "unavailable";
                            latencyMs: number;
                            reason: string | null;
                        };
                        migrations: {
                            status: "ready" | "unavailable";
                            latencyMs: number;
                            reason: string | null;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: "ready" | "unavailable";
                        database: {
                            status: "ready" | "unavailable";
                            latencyMs: number;
                            reason: string | null;
                        };
                        objects: {
                            status: "ready" | "unavailable";
                            latencyMs: number;
                            reason: string | null;
                        };
                        migrations: {
                            status: "ready" | "unavailable";
                            latencyMs: number;
                            reason: string | null;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCaller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        principalId: string;
                        name: string;
                        printedName: string;
                        roles: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                        rights: ("read" | "ingest" | "review" | "sign" | "audit" | "admin")[];
                        credential: "token" | "session";
                        csrfToken: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To send as x-csrf-token with every request that changes something. */
                        csrfToken: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            method: "password" | "oidc";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** @description Whether it is the one that asks. */
                            isCurrent: boolean;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    oldPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: boolean;
                        oidc: {
                            issuer: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginOidcSignIn: {
        parameters: {
            query?: {
                /** @description Path to show afterwards, with its base path. */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            302: {
                headers: {
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginReauthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Path to show afterwards, with its base path. */
                    returnTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where the browser has to go. */
                        url: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishOidcSignIn: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                iss?: string;
                error?: string;
                error_description?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that leads on to where the sign-in began. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrincipals: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: "person" | "service";
                            name: string;
                            printedName: string;
                            email: string | null;
                            roles: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                            signsInWith: "password" | "oidc" | "token";
                            /** Format: date-time */
                            createdAt: string;
                            disabledAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPrincipal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "person" | "service";
                    name: string;
                    printedName: string;
                    /** Format: email */
                    email?: string;
                    roles?: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                    /** @description Of a person with a local account. */
                    password?: string;
                    /** Format: uri */
                    oidcIssuer?: string;
                    oidcSubject?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: "person" | "service";
                        name: string;
                        printedName: string;
                        email: string | null;
                        roles: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                        signsInWith: "password" | "oidc" | "token";
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPrincipal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: "person" | "service";
                        name: string;
                        printedName: string;
                        email: string | null;
                        roles: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                        signsInWith: "password" | "oidc" | "token";
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePrincipal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    printedName?: string;
                    email?: string | null;
                    roles?: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                    password?: string;
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: "person" | "service";
                        name: string;
                        printedName: string;
                        email: string | null;
                        roles: ("technologist" | "reviewer" | "director" | "auditor" | "admin")[];
                        signsInWith: "password" | "oidc" | "token";
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            principalId: string;
                            name: string;
                            /** @description How the token begins, to recognise it. */
                            prefix: string;
                            scopes: ("read" | "ingest" | "review" | "admin")[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("read" | "ingest" | "review" | "admin")[];
                    /** Format: uuid */
                    principalId?: string;
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        principalId: string;
                        name: string;
                        /** @description How the token begins, to recognise it. */
                        prefix: string;
                        scopes: ("read" | "ingest" | "review" | "admin")[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        lastUsedAt: string | null;
                        revokedAt: string | null;
                        token: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        principalId: string;
                        name: string;
                        /** @description How the token begins, to recognise it. */
                        prefix: string;
                        scopes: ("read" | "ingest" | "review" | "admin")[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        lastUsedAt: string | null;
                        revokedAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                status?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                disposition?: "released" | "held" | "rejected" | "repeat";
                assayId?: string;
                pipelineVersionId?: string;
                instrumentId?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedFrom?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedBefore?: string;
                sort?: "-performedAt" | "performedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            pipelineVersion: {
                                /** Format: uuid */
                                id: string;
                                pipeline: string;
                                version: string;
                                revision: string | null;
                            } | null;
                            instrument: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            samples: string[];
                            reagentLots: {
                                reagent: string;
                                lot: string;
                            }[];
                            nextflowId: string | null;
                            inputsSha256: string | null;
                            parameters: unknown;
                            isImported: boolean;
                            /** Format: date-time */
                            performedAt: string;
                            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                            startedAt: string | null;
                            finishedAt: string | null;
                            failure: string | null;
                            proposedDisposition: ("released" | "held" | "rejected" | "repeat") | null;
                            proposalReasons: string[];
                            disposition: "released" | "held" | "rejected" | "repeat";
                            /** @description Raised by every change; also the ETag. */
                            revision: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    assay?: {
                        name: string;
                        version?: number;
                    };
                    pipelineVersion?: {
                        pipeline: string;
                        version: string;
                        /** @description Commit, in full. */
                        revision?: string;
                    };
                    instrument?: string;
                    samples?: string[];
                    reagentLots?: {
                        reagent: string;
                        lot: string;
                    }[];
                    nextflowId?: string;
                    inputsSha256?: string;
                    parameters?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    performedAt?: string;
                    status?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    startedAt?: string;
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    finishedAt?: string;
                    failure?: string;
                    /** @description Of the time before Touchstone: kept apart from what was seen. */
                    imported?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                            revision: string | null;
                        } | null;
                        instrument: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        samples: string[];
                        reagentLots: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId: string | null;
                        inputsSha256: string | null;
                        parameters: unknown;
                        isImported: boolean;
                        /** Format: date-time */
                        performedAt: string;
                        status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        startedAt: string | null;
                        finishedAt: string | null;
                        failure: string | null;
                        proposedDisposition: ("released" | "held" | "rejected" | "repeat") | null;
                        proposalReasons: string[];
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Raised by every change; also the ETag. */
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                            revision: string | null;
                        } | null;
                        instrument: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        samples: string[];
                        reagentLots: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId: string | null;
                        inputsSha256: string | null;
                        parameters: unknown;
                        isImported: boolean;
                        /** Format: date-time */
                        performedAt: string;
                        status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        startedAt: string | null;
                        finishedAt: string | null;
                        failure: string | null;
                        proposedDisposition: ("released" | "held" | "rejected" | "repeat") | null;
                        proposalReasons: string[];
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Raised by every change; also the ETag. */
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                            revision: string | null;
                        } | null;
                        instrument: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        samples: string[];
                        reagentLots: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId: string | null;
                        inputsSha256: string | null;
                        parameters: unknown;
                        isImported: boolean;
                        /** Format: date-time */
                        performedAt: string;
                        status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        startedAt: string | null;
                        finishedAt: string | null;
                        failure: string | null;
                        proposedDisposition: ("released" | "held" | "rejected" | "repeat") | null;
                        proposalReasons: string[];
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Raised by every change; also the ETag. */
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    at?: string;
                    failure?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                            revision: string | null;
                        } | null;
                        instrument: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        samples: string[];
                        reagentLots: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId: string | null;
                        inputsSha256: string | null;
                        parameters: unknown;
                        isImported: boolean;
                        /** Format: date-time */
                        performedAt: string;
                        status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        startedAt: string | null;
                        finishedAt: string | null;
                        failure: string | null;
                        proposedDisposition: ("released" | "held" | "rejected" | "repeat") | null;
                        proposalReasons: string[];
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Raised by every change; also the ETag. */
                        revision: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDisposition: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        };
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Whether the results may leave the house. */
                        isReleased: boolean;
                        /** @description Of the disposition, in sentences. */
                        reasons: string[];
                        /** @description By policy from the verdicts at present; null until something was judged. */
                        proposal: {
                            disposition: ("released" | "held" | "rejected" | "repeat") | null;
                            reasons: string[];
                        };
                        /** @description Whether policy now proposes something else than when the disposition was signed: look at it again. */
                        proposalChangedSinceSigned: boolean;
                        decision: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        } | null;
                        pending: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signDisposition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disposition: "released" | "held" | "rejected" | "repeat";
                    /** @description Version of the record that you have read (GET .../disposition/record). */
                    recordSha256: string;
                    reason?: string;
                    signature: {
                        /** @description What the signature says: 'reviewed and approved'. */
                        meaning: string;
                        /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                        password?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        };
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Whether the results may leave the house. */
                        isReleased: boolean;
                        /** @description Of the disposition, in sentences. */
                        reasons: string[];
                        /** @description By policy from the verdicts at present; null until something was judged. */
                        proposal: {
                            disposition: ("released" | "held" | "rejected" | "repeat") | null;
                            reasons: string[];
                        };
                        /** @description Whether policy now proposes something else than when the disposition was signed: look at it again. */
                        proposalChangedSinceSigned: boolean;
                        decision: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        } | null;
                        pending: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        };
                        disposition: "released" | "held" | "rejected" | "repeat";
                        /** @description Whether the results may leave the house. */
                        isReleased: boolean;
                        /** @description Of the disposition, in sentences. */
                        reasons: string[];
                        /** @description By policy from the verdicts at present; null until something was judged. */
                        proposal: {
                            disposition: ("released" | "held" | "rejected" | "repeat") | null;
                            reasons: string[];
                        };
                        /** @description Whether policy now proposes something else than when the disposition was signed: look at it again. */
                        proposalChangedSinceSigned: boolean;
                        decision: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        } | null;
                        pending: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDispositionRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the record as canonical JSON (RFC 8785); give it with the signature. */
                        sha256: string;
                        /** @description The run and what its results rest on. */
                        record: unknown;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDispositionHistory: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Of this run's decisions, from 1. */
                            number: number;
                            /** @description pending: a second person has to sign; void: something changed before one did. */
                            status: "pending" | "in force" | "void" | "superseded";
                            disposition: "released" | "held" | "rejected" | "repeat";
                            proposed: "released" | "held" | "rejected" | "repeat";
                            /** @description More lenient than was proposed: signed by two, one of them director. */
                            isOverride: boolean;
                            reason: string | null;
                            /** @description Version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            decidedAt: string;
                            inForceAt: string | null;
                            endedAt: string | null;
                            endReason: string | null;
                            /** @description recordSha256 of each: the hash of the decision together with the record. */
                            signatures: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                status?: "open" | "acknowledged" | "resolved";
                /** @description due: found by the clock, such as a control that nobody measured. */
                kind?: "immediate" | "predictive" | "reproducibility" | "due";
                level?: number;
                runId?: string;
                assay?: string;
                assignedTo?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description due: found by the clock, such as a control that nobody measured. */
                            kind: "immediate" | "predictive" | "reproducibility" | "due";
                            /** @description What it is about, for people. */
                            subject: string;
                            status: "open" | "acknowledged" | "resolved";
                            /** @description Steps of escalation so far. */
                            level: number;
                            assay: string | null;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            verdictId: string | null;
                            follows: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            acknowledgedAt: string | null;
                            acknowledgedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            resolvedAt: string | null;
                            resolvedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            resolution: string | null;
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            occurrenceCount: number;
                            lastOccurrence: {
                                /** Format: date-time */
                                time: string;
                                sentence: string;
                            };
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description due: found by the clock, such as a control that nobody measured. */
                        kind: "immediate" | "predictive" | "reproducibility" | "due";
                        /** @description What it is about, for people. */
                        subject: string;
                        status: "open" | "acknowledged" | "resolved";
                        /** @description Steps of escalation so far. */
                        level: number;
                        assay: string | null;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        verdictId: string | null;
                        follows: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        acknowledgedAt: string | null;
                        acknowledgedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolvedAt: string | null;
                        resolvedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolution: string | null;
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        occurrenceCount: number;
                        lastOccurrence: {
                            /** Format: date-time */
                            time: string;
                            sentence: string;
                        };
                        /** @description The same for what one action would put right. */
                        cause: string;
                        /** @description SHA-256 of what it is about: the same findings give the same everywhere. */
                        contentId: string;
                        occurrences: {
                            /** @description The same for the same finding, and for no other of this cause. */
                            key: string;
                            /** @description UTC. */
                            time: string;
                            /** @description For the person who looks into it. */
                            sentence: string;
                            evidence: {
                                /** @enum {string} */
                                type: "westgard rejection";
                                run: string;
                                analyte: string;
                                ruleSet: {
                                    name: string;
                                    version: number;
                                    contentSha256: string;
                                };
                                /** @description Each rejection rule once, however many of the run's controls take part in it. */
                                violations: {
                                    /** @description Westgard's notation, such as 2-2s. */
                                    rule: string;
                                    /** @description within run, across runs or across materials. */
                                    scope: string;
                                    side: "above" | "below" | null;
                                    /** @description Points that violate the rule together, oldest first. */
                                    window: ({
                                        run: string;
                                    } & {
                                        material: string;
                                        materialLot: string | null;
                                        level: string | null;
                                    })[];
                                }[];
                                /** @description Controls of the run that are out of control; score: distance from the mean in SD. */
                                points: ({
                                    material: string;
                                    materialLot: string | null;
                                    level: string | null;
                                } & {
                                    value: number;
                                    score: number | null;
                                    baseline: {
                                        name: string;
                                        version: number;
                                        contentSha256: string;
                                    };
                                })[];
                            } | {
                                /** @enum {string} */
                                type: "threshold failed";
                                run: string;
                                /** @description precision, recall or f1. */
                                score: string;
                                value: number | null;
                                /** @description Records that the score is a share of. */
                                observations: number;
                                /** @description [low, high]; null where it is not defined. */
                                interval: [
                                    number,
                                    number
                                ] | null;
                                minimum: number;
                                stage: "release" | "routine";
                            } | {
                                /** @enum {string} */
                                type: "decline";
                                /** @description The last of the segment. */
                                run: string;
                                /** @description Values of the segment since the last change event. */
                                n: number;
                                /** @description Mann-Kendall's S. */
                                s: number;
                                /** @description Two-sided, corrected for autocorrelation. */
                                p: number;
                                /** @description max(1, Hamed-Rao). */
                                varianceFactor: number;
                                /** @description Which look at the segment this is. */
                                look: number;
                                /** @description What p has to stay below at this look. */
                                levelOfLook: number;
                                /** @description p corrected for all looks so far. */
                                pAfterLooks: number;
                                slope: number | null;
                                /** @description [low, high]; null where it is not defined. */
                                slopeInterval: [
                                    number,
                                    number
                                ] | null;
                                /** @description Slopes and times are per this. */
                                unit: "day" | "run";
                                threshold: {
                                    value: number;
                                    badSide: "below" | "above";
                                } | null;
                                crossing: {
                                    state: "crossed" | "ahead";
                                    ahead: number | null;
                                    earliestAhead: number | null;
                                    latestAhead: number | null;
                                } | null;
                                horizon: number | null;
                            } | {
                                /** @enum {string} */
                                type: "replicates vary";
                                /** @description Run that the study is recorded with. */
                                run: string;
                                study: string;
                                stratum: string | null;
                                variants: number;
                                medianCv: number | null;
                                /** @description Median CV, corrected for the number of replicates. */
                                correctedMedianCv: number;
                                /** @description What the corrected median must not exceed. */
                                limit: number;
                                /** @description Median CV of counting reads alone. */
                                floorCv: number | null;
                                ratioToFloor: number | null;
                            } | {
                                /** @enum {string} */
                                type: "control overdue";
                                material: string;
                                materialLot: string | null;
                                /** @description Those that are overdue, the longest first. */
                                series: {
                                    analyte: string;
                                    level: string | null;
                                    lastMeasuredAt: string | null;
                                    /** @description UTC. */
                                    since: string;
                                    intervalDays: number;
                                    /** @description UTC. */
                                    dueAt: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                type: "lot expires";
                                use: "reagent" | "control material";
                                name: string;
                                lot: string | null;
                                /** @description YYYY-MM-DD; the last day on which it may be used. */
                                expiresOn: string;
                                /** @description On the day, in UTC, on which it was found; negative once it has expired. */
                                daysLeft: number;
                                warningDays: number;
                            };
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        /** @description What was done, the raising first. */
                        history: {
                            action: "raised" | "escalated" | "acknowledged" | "resolved";
                            /** @description UTC. */
                            at: string;
                            /** @description Person; null where a policy acted. */
                            by: string | null;
                            reason: string | null;
                            /** @description Level of escalation from then on. */
                            level: number;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlertHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: "raised" | "escalated" | "acknowledged" | "resolved" | "assigned";
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            reason: string | null;
                            level: number | null;
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description due: found by the clock, such as a control that nobody measured. */
                        kind: "immediate" | "predictive" | "reproducibility" | "due";
                        /** @description What it is about, for people. */
                        subject: string;
                        status: "open" | "acknowledged" | "resolved";
                        /** @description Steps of escalation so far. */
                        level: number;
                        assay: string | null;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        verdictId: string | null;
                        follows: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        acknowledgedAt: string | null;
                        acknowledgedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolvedAt: string | null;
                        resolvedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolution: string | null;
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        occurrenceCount: number;
                        lastOccurrence: {
                            /** Format: date-time */
                            time: string;
                            sentence: string;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description due: found by the clock, such as a control that nobody measured. */
                        kind: "immediate" | "predictive" | "reproducibility" | "due";
                        /** @description What it is about, for people. */
                        subject: string;
                        status: "open" | "acknowledged" | "resolved";
                        /** @description Steps of escalation so far. */
                        level: number;
                        assay: string | null;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        verdictId: string | null;
                        follows: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        acknowledgedAt: string | null;
                        acknowledgedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolvedAt: string | null;
                        resolvedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolution: string | null;
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        occurrenceCount: number;
                        lastOccurrence: {
                            /** Format: date-time */
                            time: string;
                            sentence: string;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignedTo: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description due: found by the clock, such as a control that nobody measured. */
                        kind: "immediate" | "predictive" | "reproducibility" | "due";
                        /** @description What it is about, for people. */
                        subject: string;
                        status: "open" | "acknowledged" | "resolved";
                        /** @description Steps of escalation so far. */
                        level: number;
                        assay: string | null;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        verdictId: string | null;
                        follows: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        acknowledgedAt: string | null;
                        acknowledgedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolvedAt: string | null;
                        resolvedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        resolution: string | null;
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        occurrenceCount: number;
                        lastOccurrence: {
                            /** Format: date-time */
                            time: string;
                            sentence: string;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNonConformances: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                status?: "open" | "closed";
                severity?: "minor" | "major" | "critical";
                runId?: string;
                alertId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description By which people know it, without gaps. */
                            number: number;
                            title: string;
                            description: string;
                            severity: "minor" | "major" | "critical";
                            status: "open" | "closed";
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            openedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            };
                            /** Format: date-time */
                            openedAt: string;
                            rootCause: string | null;
                            closedAt: string | null;
                            /** @description Corrective actions neither verified nor abandoned. */
                            openActions: number;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openNonConformance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    description: string;
                    severity: "minor" | "major" | "critical";
                    /** Format: uuid */
                    runId?: string;
                    alertIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description By which people know it, without gaps. */
                        number: number;
                        title: string;
                        description: string;
                        severity: "minor" | "major" | "critical";
                        status: "open" | "closed";
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        openedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        rootCause: string | null;
                        closedAt: string | null;
                        /** @description Corrective actions neither verified nor abandoned. */
                        openActions: number;
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            /** @description due: found by the clock, such as a control that nobody measured. */
                            kind: "immediate" | "predictive" | "reproducibility" | "due";
                            /** @description What it is about, for people. */
                            subject: string;
                            status: "open" | "acknowledged" | "resolved";
                            /** @description Steps of escalation so far. */
                            level: number;
                        }[];
                        correctiveActions: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            nonConformanceId: string;
                            kind: "corrective" | "preventive";
                            description: string;
                            status: "planned" | "done" | "verified" | "abandoned";
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            dueOn: string | null;
                            doneAt: string | null;
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            verifiedAt: string | null;
                            verifiedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            outcome: string | null;
                            changeEventId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        closingSignature: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNonConformance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description By which people know it, without gaps. */
                        number: number;
                        title: string;
                        description: string;
                        severity: "minor" | "major" | "critical";
                        status: "open" | "closed";
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        openedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        rootCause: string | null;
                        closedAt: string | null;
                        /** @description Corrective actions neither verified nor abandoned. */
                        openActions: number;
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            /** @description due: found by the clock, such as a control that nobody measured. */
                            kind: "immediate" | "predictive" | "reproducibility" | "due";
                            /** @description What it is about, for people. */
                            subject: string;
                            status: "open" | "acknowledged" | "resolved";
                            /** @description Steps of escalation so far. */
                            level: number;
                        }[];
                        correctiveActions: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            nonConformanceId: string;
                            kind: "corrective" | "preventive";
                            description: string;
                            status: "planned" | "done" | "verified" | "abandoned";
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            dueOn: string | null;
                            doneAt: string | null;
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            verifiedAt: string | null;
                            verifiedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            outcome: string | null;
                            changeEventId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        closingSignature: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNonConformance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    description?: string;
                    severity?: "minor" | "major" | "critical";
                    rootCause?: string;
                    addAlertIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description By which people know it, without gaps. */
                        number: number;
                        title: string;
                        description: string;
                        severity: "minor" | "major" | "critical";
                        status: "open" | "closed";
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        openedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        rootCause: string | null;
                        closedAt: string | null;
                        /** @description Corrective actions neither verified nor abandoned. */
                        openActions: number;
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            /** @description due: found by the clock, such as a control that nobody measured. */
                            kind: "immediate" | "predictive" | "reproducibility" | "due";
                            /** @description What it is about, for people. */
                            subject: string;
                            status: "open" | "acknowledged" | "resolved";
                            /** @description Steps of escalation so far. */
                            level: number;
                        }[];
                        correctiveActions: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            nonConformanceId: string;
                            kind: "corrective" | "preventive";
                            description: string;
                            status: "planned" | "done" | "verified" | "abandoned";
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            dueOn: string | null;
                            doneAt: string | null;
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            verifiedAt: string | null;
                            verifiedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            outcome: string | null;
                            changeEventId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        closingSignature: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeNonConformance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Needed unless it was entered before. */
                    rootCause?: string;
                    signature: {
                        /** @description What the signature says: 'reviewed and approved'. */
                        meaning: string;
                        /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                        password?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description By which people know it, without gaps. */
                        number: number;
                        title: string;
                        description: string;
                        severity: "minor" | "major" | "critical";
                        status: "open" | "closed";
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        openedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        rootCause: string | null;
                        closedAt: string | null;
                        /** @description Corrective actions neither verified nor abandoned. */
                        openActions: number;
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            /** @description due: found by the clock, such as a control that nobody measured. */
                            kind: "immediate" | "predictive" | "reproducibility" | "due";
                            /** @description What it is about, for people. */
                            subject: string;
                            status: "open" | "acknowledged" | "resolved";
                            /** @description Steps of escalation so far. */
                            level: number;
                        }[];
                        correctiveActions: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            nonConformanceId: string;
                            kind: "corrective" | "preventive";
                            description: string;
                            status: "planned" | "done" | "verified" | "abandoned";
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            dueOn: string | null;
                            doneAt: string | null;
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            verifiedAt: string | null;
                            verifiedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            outcome: string | null;
                            changeEventId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        closingSignature: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planCorrectiveAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "corrective" | "preventive";
                    description: string;
                    /** Format: uuid */
                    assignedTo?: string;
                    /** Format: date */
                    dueOn?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        nonConformanceId: string;
                        kind: "corrective" | "preventive";
                        description: string;
                        status: "planned" | "done" | "verified" | "abandoned";
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        dueOn: string | null;
                        doneAt: string | null;
                        doneBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        verifiedAt: string | null;
                        verifiedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        outcome: string | null;
                        changeEventId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCorrectiveActions: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                status?: "planned" | "done" | "verified" | "abandoned";
                assignedTo?: string;
                dueBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            nonConformanceId: string;
                            kind: "corrective" | "preventive";
                            description: string;
                            status: "planned" | "done" | "verified" | "abandoned";
                            assignedTo: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            dueOn: string | null;
                            doneAt: string | null;
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            verifiedAt: string | null;
                            verifiedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            outcome: string | null;
                            changeEventId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCorrectiveAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        nonConformanceId: string;
                        kind: "corrective" | "preventive";
                        description: string;
                        status: "planned" | "done" | "verified" | "abandoned";
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        dueOn: string | null;
                        doneAt: string | null;
                        doneBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        verifiedAt: string | null;
                        verifiedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        outcome: string | null;
                        changeEventId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCorrectiveAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    assignedTo?: string | null;
                    dueOn?: string | null;
                    status?: "planned" | "done" | "verified" | "abandoned";
                    /**
                     * Format: date-time
                     * @description When it was done; now unless given.
                     */
                    at?: string;
                    /** @description Control rules start anew after it: for this assay, instrument or material, or for all. */
                    restartsCounters?: {
                        /** Format: uuid */
                        assayId?: string;
                        /** Format: uuid */
                        instrumentId?: string;
                        /** Format: uuid */
                        materialId?: string;
                    };
                    /** @description Of one that is verified or abandoned. */
                    outcome?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        nonConformanceId: string;
                        kind: "corrective" | "preventive";
                        description: string;
                        status: "planned" | "done" | "verified" | "abandoned";
                        assignedTo: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        dueOn: string | null;
                        doneAt: string | null;
                        doneBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        verifiedAt: string | null;
                        verifiedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        outcome: string | null;
                        changeEventId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComparisons: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                runId?: string;
                assayId?: string;
                truthSetId?: string;
                pipelineVersionId?: string;
                format?: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedFrom?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedBefore?: string;
                /** @description Whether superseded comparisons are listed too. */
                superseded?: boolean;
                sort?: "-performedAt" | "performedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** Format: date-time */
                                performedAt: string;
                            };
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            pipelineVersion: {
                                /** Format: uuid */
                                id: string;
                                pipeline: string;
                                version: string;
                            } | null;
                            truthSet: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: string;
                            };
                            format: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                            contentSha256: string;
                            /** Format: date-time */
                            performedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                            state: ("in control" | "warning" | "out of control" | "not evaluable") | null;
                            /** @description All that was compared, records that passed their filters, by variant type. */
                            scores: {
                                variantType: string;
                                /** @description `*` for the whole type. */
                                subtype: string;
                                /** @description `*` for all that was compared. */
                                stratum: string;
                                filter: string;
                                truthTotal: number | null;
                                truthTp: number | null;
                                truthFn: number | null;
                                queryTotal: number | null;
                                queryTp: number | null;
                                queryFp: number | null;
                                queryFpGenotype: number | null;
                                queryFpAllele: number | null;
                                queryUnk: number | null;
                                recall: number | null;
                                recallLow: number | null;
                                recallHigh: number | null;
                                precision: number | null;
                                precisionLow: number | null;
                                precisionHigh: number | null;
                                f1: number | null;
                                unknownFraction: number | null;
                                falsePositivesPerMegabase: number | null;
                            }[];
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createComparison: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Name or id of a run that is there, or a run as POST /runs takes it. */
                    run: string | {
                        name: string;
                        assay?: {
                            name: string;
                            version?: number;
                        };
                        pipelineVersion?: {
                            pipeline: string;
                            version: string;
                            /** @description Commit, in full. */
                            revision?: string;
                        };
                        instrument?: string;
                        samples?: string[];
                        reagentLots?: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId?: string;
                        inputsSha256?: string;
                        parameters?: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        performedAt?: string;
                        status?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        startedAt?: string;
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        finishedAt?: string;
                        failure?: string;
                        /** @description Of the time before Touchstone: kept apart from what was seen. */
                        imported?: boolean;
                    };
                    /** @description Without it, the one whose files the provenance names. */
                    truthSet?: {
                        name: string;
                        version: string;
                    };
                    format?: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    performedAt?: string;
                    files: {
                        /** @description Without folder. */
                        name: string;
                        /** @description Text. */
                        content?: string;
                        /** @description Bytes, as of a compressed file. */
                        contentBase64?: string;
                        /** @description JSON as it is. */
                        document?: unknown;
                    }[];
                    /** @description Puts it in the place of the run's comparison with the same truth set. */
                    supersede?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            performedAt: string;
                        };
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                        } | null;
                        truthSet: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: string;
                        };
                        format: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        state: ("in control" | "warning" | "out of control" | "not evaluable") | null;
                        /** @description All that was compared, records that passed their filters, by variant type. */
                        scores: {
                            variantType: string;
                            /** @description `*` for the whole type. */
                            subtype: string;
                            /** @description `*` for all that was compared. */
                            stratum: string;
                            filter: string;
                            truthTotal: number | null;
                            truthTp: number | null;
                            truthFn: number | null;
                            queryTotal: number | null;
                            queryTp: number | null;
                            queryFp: number | null;
                            queryFpGenotype: number | null;
                            queryFpAllele: number | null;
                            queryUnk: number | null;
                            recall: number | null;
                            recallLow: number | null;
                            recallHigh: number | null;
                            precision: number | null;
                            precisionLow: number | null;
                            precisionHigh: number | null;
                            f1: number | null;
                            unknownFraction: number | null;
                            falsePositivesPerMegabase: number | null;
                        }[];
                        /** @description How the results came about, as far as the files say; null when they do not. */
                        provenance: unknown;
                        /** @description One on each threshold; superseded together with the comparison. */
                        verdicts: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            threshold: {
                                /** Format: uuid */
                                id: string;
                                score: string;
                                variantType: string;
                                stratum: string;
                                minimum: number;
                            } | null;
                            /** Format: date-time */
                            judgedAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                        }[];
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                        /** @description What was left out of the files or is doubtful. */
                        warnings: string[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            performedAt: string;
                        };
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                        } | null;
                        truthSet: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: string;
                        };
                        format: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        state: ("in control" | "warning" | "out of control" | "not evaluable") | null;
                        /** @description All that was compared, records that passed their filters, by variant type. */
                        scores: {
                            variantType: string;
                            /** @description `*` for the whole type. */
                            subtype: string;
                            /** @description `*` for all that was compared. */
                            stratum: string;
                            filter: string;
                            truthTotal: number | null;
                            truthTp: number | null;
                            truthFn: number | null;
                            queryTotal: number | null;
                            queryTp: number | null;
                            queryFp: number | null;
                            queryFpGenotype: number | null;
                            queryFpAllele: number | null;
                            queryUnk: number | null;
                            recall: number | null;
                            recallLow: number | null;
                            recallHigh: number | null;
                            precision: number | null;
                            precisionLow: number | null;
                            precisionHigh: number | null;
                            f1: number | null;
                            unknownFraction: number | null;
                            falsePositivesPerMegabase: number | null;
                        }[];
                        /** @description How the results came about, as far as the files say; null when they do not. */
                        provenance: unknown;
                        /** @description One on each threshold; superseded together with the comparison. */
                        verdicts: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            threshold: {
                                /** Format: uuid */
                                id: string;
                                score: string;
                                variantType: string;
                                stratum: string;
                                minimum: number;
                            } | null;
                            /** Format: date-time */
                            judgedAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                        }[];
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                        /** @description What was left out of the files or is doubtful. */
                        warnings: string[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summariseConcordance: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                assayId?: string;
                truthSetId?: string;
                pipelineVersionId?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedFrom?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            truthSet: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: string;
                            };
                            pipelineVersion: {
                                /** Format: uuid */
                                id: string;
                                pipeline: string;
                                version: string;
                            } | null;
                            format: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                            variantType: string;
                            comparisons: number;
                            /** Format: date-time */
                            lastPerformedAt: string;
                            /** @description Mean of a score. */
                            recall: {
                                /** @description Comparisons with a value. */
                                n: number;
                                mean: number | null;
                            };
                            /** @description Mean of a score. */
                            precision: {
                                /** @description Comparisons with a value. */
                                n: number;
                                mean: number | null;
                            };
                            /** @description Mean of a score. */
                            f1: {
                                /** @description Comparisons with a value. */
                                n: number;
                                mean: number | null;
                            };
                            thresholds: {
                                /** Format: uuid */
                                id: string;
                                score: string;
                                stratum: string;
                                minimum: number;
                                /** @description Runs in control by it. */
                                passing: number;
                                /** @description Runs out of control by it. */
                                failing: number;
                                notEvaluable: number;
                            }[];
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            performedAt: string;
                        };
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                        } | null;
                        truthSet: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: string;
                        };
                        format: "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        state: ("in control" | "warning" | "out of control" | "not evaluable") | null;
                        /** @description All that was compared, records that passed their filters, by variant type. */
                        scores: {
                            variantType: string;
                            /** @description `*` for the whole type. */
                            subtype: string;
                            /** @description `*` for all that was compared. */
                            stratum: string;
                            filter: string;
                            truthTotal: number | null;
                            truthTp: number | null;
                            truthFn: number | null;
                            queryTotal: number | null;
                            queryTp: number | null;
                            queryFp: number | null;
                            queryFpGenotype: number | null;
                            queryFpAllele: number | null;
                            queryUnk: number | null;
                            recall: number | null;
                            recallLow: number | null;
                            recallHigh: number | null;
                            precision: number | null;
                            precisionLow: number | null;
                            precisionHigh: number | null;
                            f1: number | null;
                            unknownFraction: number | null;
                            falsePositivesPerMegabase: number | null;
                        }[];
                        /** @description How the results came about, as far as the files say; null when they do not. */
                        provenance: unknown;
                        /** @description One on each threshold; superseded together with the comparison. */
                        verdicts: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            threshold: {
                                /** Format: uuid */
                                id: string;
                                score: string;
                                variantType: string;
                                stratum: string;
                                minimum: number;
                            } | null;
                            /** Format: date-time */
                            judgedAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                        }[];
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStrata: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                variantType?: string;
                subtype?: string;
                stratum?: string;
                filter?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            variantType: string;
                            /** @description `*` for the whole type. */
                            subtype: string;
                            /** @description `*` for all that was compared. */
                            stratum: string;
                            filter: string;
                            truthTotal: number | null;
                            truthTp: number | null;
                            truthFn: number | null;
                            queryTotal: number | null;
                            queryTp: number | null;
                            queryFp: number | null;
                            queryFpGenotype: number | null;
                            queryFpAllele: number | null;
                            queryUnk: number | null;
                            recall: number | null;
                            recallLow: number | null;
                            recallHigh: number | null;
                            precision: number | null;
                            precisionLow: number | null;
                            precisionHigh: number | null;
                            f1: number | null;
                            unknownFraction: number | null;
                            falsePositivesPerMegabase: number | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrecisionRecallPoints: {
        parameters: {
            query?: {
                /** @description Points of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                variantType?: string;
                filter?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            variantType: string;
                            filter: string;
                            /** @description From 0, the strictest threshold, with the fewest records. */
                            position: number;
                            score: number;
                            recall: number | null;
                            precision: number | null;
                            truthTp: number | null;
                            truthFn: number | null;
                            queryTp: number | null;
                            queryFp: number | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplicateStudies: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                runId?: string;
                assayId?: string;
                sampleId?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedFrom?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                performedBefore?: string;
                /** @description Whether superseded studies are listed too. */
                superseded?: boolean;
                sort?: "-performedAt" | "performedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            sample: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            kind: "variants" | "table";
                            /** @description The replicates; runId where there is a run of that name. */
                            runs: {
                                position: number;
                                name: string;
                                runId: string | null;
                            }[];
                            variants: number;
                            medianCv: number | null;
                            correctedMedianCv: number | null;
                            floorMedianCv: number | null;
                            iccAgreement: number | null;
                            contentSha256: string;
                            /** Format: date-time */
                            performedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                            verdict: {
                                /** Format: uuid */
                                id: string;
                                state: "in control" | "warning" | "out of control" | "not evaluable";
                                reason: string | null;
                                sentence: string;
                                /** Format: date-time */
                                judgedAt: string;
                                supersededAt: string | null;
                            } | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createReplicateStudy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is recorded with: name or id of a run that is there, or a run as POST /runs takes it. */
                    run: string | {
                        name: string;
                        assay?: {
                            name: string;
                            version?: number;
                        };
                        pipelineVersion?: {
                            pipeline: string;
                            version: string;
                            /** @description Commit, in full. */
                            revision?: string;
                        };
                        instrument?: string;
                        samples?: string[];
                        reagentLots?: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId?: string;
                        inputsSha256?: string;
                        parameters?: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        performedAt?: string;
                        status?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        startedAt?: string;
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        finishedAt?: string;
                        failure?: string;
                        /** @description Of the time before Touchstone: kept apart from what was seen. */
                        imported?: boolean;
                    };
                    /** @description Of the study; that of the run unless given. */
                    name?: string;
                    sample?: string;
                    files: {
                        /** @description Without folder. */
                        name: string;
                        /** @description Text. */
                        content?: string;
                        /** @description Bytes, as of a compressed file. */
                        contentBase64?: string;
                        /** @description JSON as it is. */
                        document?: unknown;
                    }[];
                    /** @description Puts it in the place of the run's study of this name. */
                    supersede?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        sample: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        kind: "variants" | "table";
                        /** @description The replicates; runId where there is a run of that name. */
                        runs: {
                            position: number;
                            name: string;
                            runId: string | null;
                        }[];
                        variants: number;
                        medianCv: number | null;
                        correctedMedianCv: number | null;
                        floorMedianCv: number | null;
                        iccAgreement: number | null;
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        verdict: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            /** Format: date-time */
                            judgedAt: string;
                            supersededAt: string | null;
                        } | null;
                        /** @description P.reproducibility.json. */
                        document: unknown;
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        sample: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        kind: "variants" | "table";
                        /** @description The replicates; runId where there is a run of that name. */
                        runs: {
                            position: number;
                            name: string;
                            runId: string | null;
                        }[];
                        variants: number;
                        medianCv: number | null;
                        correctedMedianCv: number | null;
                        floorMedianCv: number | null;
                        iccAgreement: number | null;
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        verdict: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            /** Format: date-time */
                            judgedAt: string;
                            supersededAt: string | null;
                        } | null;
                        /** @description P.reproducibility.json. */
                        document: unknown;
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLatestReplicateStudy: {
        parameters: {
            query: {
                assay: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        sample: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        kind: "variants" | "table";
                        /** @description The replicates; runId where there is a run of that name. */
                        runs: {
                            position: number;
                            name: string;
                            runId: string | null;
                        }[];
                        variants: number;
                        medianCv: number | null;
                        correctedMedianCv: number | null;
                        floorMedianCv: number | null;
                        iccAgreement: number | null;
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        verdict: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            /** Format: date-time */
                            judgedAt: string;
                            supersededAt: string | null;
                        } | null;
                        /** @description P.reproducibility.json. */
                        document: unknown;
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReplicateStudy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        sample: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        kind: "variants" | "table";
                        /** @description The replicates; runId where there is a run of that name. */
                        runs: {
                            position: number;
                            name: string;
                            runId: string | null;
                        }[];
                        variants: number;
                        medianCv: number | null;
                        correctedMedianCv: number | null;
                        floorMedianCv: number | null;
                        iccAgreement: number | null;
                        contentSha256: string;
                        /** Format: date-time */
                        performedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        verdict: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                            /** Format: date-time */
                            judgedAt: string;
                            supersededAt: string | null;
                        } | null;
                        /** @description P.reproducibility.json. */
                        document: unknown;
                        /** @description What it was read from. */
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                            mediaType: string | null;
                            sha256: string;
                            sizeBytes: number;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplicateVariants: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                variantType?: string;
                zygosity?: string;
                vafBin?: string;
                /** @description -cv: the largest coefficient of variation first, those without one last; position: as in the file. */
                sort?: "-cv" | "position";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description From 1, in the order of the file. */
                            number: number;
                            analyte: string;
                            contig: string | null;
                            position: number | null;
                            ref: string | null;
                            alt: string | null;
                            variantType: string | null;
                            zygosity: string | null;
                            vafBin: string | null;
                            stratum: string | null;
                            /** @description By run; null where there is none. */
                            values: (number | null)[];
                            depths: (number | null)[];
                            states: string[];
                            mean: number | null;
                            sd: number | null;
                            cv: number | null;
                            floorCv: number | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplicatePairs: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                stratum?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            stratum: string;
                            first: string;
                            second: string;
                            n: number;
                            bias: number | null;
                            sd: number | null;
                            lowerLimit: number | null;
                            upperLimit: number | null;
                            jaccard: number | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                status?: "new" | "submitted" | "running" | "completed" | "cached" | "failed" | "aborted";
                process?: string;
            };
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Nextflow's task_id; a task that is tried again is another task. */
                            number: number;
                            process: string;
                            tag: string | null;
                            hash: string | null;
                            status: "new" | "submitted" | "running" | "completed" | "cached" | "failed" | "aborted";
                            attempt: number;
                            exitCode: number | null;
                            container: string | null;
                            cpus: number | null;
                            memoryBytes: number | null;
                            peakMemoryBytes: number | null;
                            durationMs: number | null;
                            realtimeMs: number | null;
                            cpuShare: number | null;
                            submittedAt: string | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                            /**
                             * Format: date-time
                             * @description When its status was last reported to be another.
                             */
                            changedAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tasks: {
                        /** @description Nextflow's task_id; a task that is tried again is another task. */
                        number: number;
                        process: string;
                        status: "new" | "submitted" | "running" | "completed" | "cached" | "failed" | "aborted";
                        tag?: string | null;
                        hash?: string | null;
                        attempt?: number | null;
                        exitCode?: number | null;
                        container?: string | null;
                        cpus?: number | null;
                        memoryBytes?: number | null;
                        peakMemoryBytes?: number | null;
                        durationMs?: number | null;
                        realtimeMs?: number | null;
                        cpuShare?: number | null;
                        submittedAt?: string | null;
                        startedAt?: string | null;
                        finishedAt?: string | null;
                        trace?: {
                            [key: string]: unknown;
                        } | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Tasks that had not been reported before. */
                        added: number;
                        /** @description Tasks of which something new was reported. */
                        changed: number;
                        /** @description Tasks of which all of it, or more, was known. */
                        unchanged: number;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
                /** @description Its task_id. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Nextflow's task_id; a task that is tried again is another task. */
                        number: number;
                        process: string;
                        tag: string | null;
                        hash: string | null;
                        status: "new" | "submitted" | "running" | "completed" | "cached" | "failed" | "aborted";
                        attempt: number;
                        exitCode: number | null;
                        container: string | null;
                        cpus: number | null;
                        memoryBytes: number | null;
                        peakMemoryBytes: number | null;
                        durationMs: number | null;
                        realtimeMs: number | null;
                        cpuShare: number | null;
                        submittedAt: string | null;
                        startedAt: string | null;
                        finishedAt: string | null;
                        /**
                         * Format: date-time
                         * @description When its status was last reported to be another.
                         */
                        changedAt: string;
                        /** @description Fields of Nextflow's trace as they were reported. */
                        trace: unknown;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNextflowRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        runId: string;
                        /** @description By which Nextflow names the run in its reports. */
                        workflowId: string;
                        sessionId: string | null;
                        runName: string | null;
                        /** @description Nextflow's description; parameters are with the run. */
                        workflow: unknown;
                        configSha256: string | null;
                        processNames: string[];
                        /** @description Images that were made or resolved for tasks, by name. */
                        containers: unknown;
                        /** @description Last numbers of tasks, by state and by process. */
                        progress: unknown;
                        /** @description Distributions of resources by process, at the end. */
                        metrics: unknown;
                        /** @description The last of what was not understood or could not be kept. */
                        warnings: {
                            /** Format: date-time */
                            at: string;
                            message: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        begunAt: string | null;
                        /**
                         * Format: date-time
                         * @description When it last reported.
                         */
                        heardAt: string;
                        completedAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArtifacts: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                kind?: string;
            };
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            runId: string;
                            kind: string;
                            uri: string;
                            sha256: string;
                            sizeBytes: number;
                            mediaType: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    /** @description Where the file is: s3://bucket/run-17/calls.vcf.gz, or a path. */
                    uri: string;
                    sha256: string;
                    sizeBytes: number;
                    mediaType?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        runId: string;
                        kind: string;
                        uri: string;
                        sha256: string;
                        sizeBytes: number;
                        mediaType: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        runId: string;
                        kind: string;
                        uri: string;
                        sha256: string;
                        sizeBytes: number;
                        mediaType: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        runId: string;
                        kind: string;
                        uri: string;
                        sha256: string;
                        sizeBytes: number;
                        mediaType: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArtifactContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The range that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description `Location` is where the file can be downloaded for five minutes. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunTimeline: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description All unless given. */
                kind?: ("run" | "task" | "comparison" | "measurements" | "replicate study" | "artifact" | "verdicts" | "alert")[];
                sort?: "at" | "-at";
            };
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            kind: "run" | "task" | "comparison" | "measurements" | "replicate study" | "artifact" | "verdicts" | "alert";
                            /** @description A sentence for people. */
                            summary: string;
                            actor: string | null;
                            recordKind: string | null;
                            recordId: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeasurements: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                runId?: string;
                materialId?: string;
                analyte?: string;
                level?: string;
                instrumentId?: string;
                reagentLotId?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                measuredFrom?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                measuredBefore?: string;
                /** @description Whether those that were corrected are listed too. */
                includeSuperseded?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            material: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                lot: string | null;
                            };
                            analyte: string;
                            level: string | null;
                            replicate: number;
                            /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                            kind: "vaf" | "methylation level" | "quantity";
                            value: number;
                            depth: number | null;
                            instrument: string | null;
                            reagentLot: {
                                reagent: string;
                                lot: string;
                            } | null;
                            pipelineVersion: {
                                pipeline: string;
                                version: string;
                            } | null;
                            /** Format: date-time */
                            measuredAt: string;
                            isImported: boolean;
                            supersedes: string | null;
                            supersededAt: string | null;
                            excluded: {
                                /** Format: uuid */
                                id: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMeasurements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By its name; it is added when there is none, as one that succeeded unless it says otherwise. */
                    run: {
                        name: string;
                        assay?: {
                            name: string;
                            version?: number;
                        };
                        pipelineVersion?: {
                            pipeline: string;
                            version: string;
                            /** @description Commit, in full. */
                            revision?: string;
                        };
                        instrument?: string;
                        samples?: string[];
                        reagentLots?: {
                            reagent: string;
                            lot: string;
                        }[];
                        nextflowId?: string;
                        inputsSha256?: string;
                        parameters?: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        performedAt?: string;
                        status?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        startedAt?: string;
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        finishedAt?: string;
                        failure?: string;
                        /** @description Of the time before Touchstone: kept apart from what was seen. */
                        imported?: boolean;
                    };
                    measurements: {
                        material: string;
                        materialLot?: string;
                        analyte: string;
                        level?: string;
                        /** @description Where a control was measured several times; 1 unless given. */
                        replicate?: number;
                        /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                        kind: "vaf" | "methylation level" | "quantity";
                        value: number;
                        /** @description Reads. */
                        depth?: number;
                        instrument?: string;
                        reagentLot?: {
                            reagent: string;
                            lot: string;
                        };
                    }[];
                    /** @description Whether values that differ from those stored correct them, and why. Refused unless given. */
                    supersede?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            isImported: boolean;
                        };
                        /** @description In force of this run. */
                        measurements: number;
                        verdict: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            isImported: boolean;
                        };
                        /** @description In force of this run. */
                        measurements: number;
                        verdict: {
                            /** Format: uuid */
                            id: string;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            sentence: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    excludeMeasurement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The cause that is known: a thawed control, half the input. That a value lies far out is none. */
                    reason: string;
                    signature: {
                        /** @description What the signature says: 'reviewed and approved'. */
                        meaning: string;
                        /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                        password?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        measurementId: string;
                        reason: string;
                        /** Format: date-time */
                        excludedAt: string;
                        signature: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        };
                        withdrawal: {
                            reason: string;
                            /** Format: date-time */
                            withdrawnAt: string;
                            signature: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            };
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawMeasurementExclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The cause that is known: a thawed control, half the input. That a value lies far out is none. */
                    reason: string;
                    signature: {
                        /** @description What the signature says: 'reviewed and approved'. */
                        meaning: string;
                        /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                        password?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        measurementId: string;
                        reason: string;
                        /** Format: date-time */
                        excludedAt: string;
                        signature: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        };
                        withdrawal: {
                            reason: string;
                            /** Format: date-time */
                            withdrawnAt: string;
                            signature: {
                                /** Format: uuid */
                                principalId: string;
                                printedName: string;
                                meaning: string;
                                method: "password" | "oidc";
                                /** @description SHA-256 of the version of the record that was signed. */
                                recordSha256: string;
                                /** Format: date-time */
                                signedAt: string;
                            };
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVerdicts: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                runId?: string;
                state?: "in control" | "warning" | "out of control" | "not evaluable";
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                since?: string;
                /** @description Whether those are listed that others replaced. */
                includeSuperseded?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description What it is a verdict on; run: on the run's controls as a whole. */
                            about: "measurement" | "comparison" | "replicate study" | "run";
                            measurement: {
                                /** Format: uuid */
                                id: string;
                                material: string;
                                materialLot: string | null;
                                analyte: string;
                                level: string | null;
                                replicate: number;
                                value: number;
                            } | null;
                            comparisonId: string | null;
                            comparisonStratumId: string | null;
                            replicateStudyId: string | null;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            score: number | null;
                            baseline: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            ruleSet: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            thresholdId: string | null;
                            violations: {
                                /** @description Westgard's notation: 2-2s. */
                                rule: string;
                                /** @description within run, across runs or across materials. */
                                scope: string;
                                /** @description warning or rejection. */
                                severity: string;
                                side: string | null;
                                /** @description False where the violation was reported already and goes on. */
                                begins: boolean;
                                /** @description Oldest first. */
                                window: {
                                    run: string;
                                    material: string;
                                    materialLot: string | null;
                                    level: string | null;
                                }[];
                            }[];
                            sentence: string;
                            /** @description Of what it rests on; docs/methods/monitoring.md says how it is made. */
                            inputsSha256: string;
                            /** @description Version that judged. */
                            touchstone: string;
                            /** Format: date-time */
                            judgedAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVerdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        run: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description What it is a verdict on; run: on the run's controls as a whole. */
                        about: "measurement" | "comparison" | "replicate study" | "run";
                        measurement: {
                            /** Format: uuid */
                            id: string;
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            replicate: number;
                            value: number;
                        } | null;
                        comparisonId: string | null;
                        comparisonStratumId: string | null;
                        replicateStudyId: string | null;
                        state: "in control" | "warning" | "out of control" | "not evaluable";
                        reason: string | null;
                        score: number | null;
                        baseline: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        ruleSet: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        thresholdId: string | null;
                        violations: {
                            /** @description Westgard's notation: 2-2s. */
                            rule: string;
                            /** @description within run, across runs or across materials. */
                            scope: string;
                            /** @description warning or rejection. */
                            severity: string;
                            side: string | null;
                            /** @description False where the violation was reported already and goes on. */
                            begins: boolean;
                            /** @description Oldest first. */
                            window: {
                                run: string;
                                material: string;
                                materialLot: string | null;
                                level: string | null;
                            }[];
                        }[];
                        sentence: string;
                        /** @description Of what it rests on; docs/methods/monitoring.md says how it is made. */
                        inputsSha256: string;
                        /** @description Version that judged. */
                        touchstone: string;
                        /** Format: date-time */
                        judgedAt: string;
                        supersedes: string | null;
                        supersededAt: string | null;
                        /** @description Every verdict on the same, oldest first, this one among them; the last one is in force. */
                        history: {
                            /** Format: uuid */
                            id: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description What it is a verdict on; run: on the run's controls as a whole. */
                            about: "measurement" | "comparison" | "replicate study" | "run";
                            measurement: {
                                /** Format: uuid */
                                id: string;
                                material: string;
                                materialLot: string | null;
                                analyte: string;
                                level: string | null;
                                replicate: number;
                                value: number;
                            } | null;
                            comparisonId: string | null;
                            comparisonStratumId: string | null;
                            replicateStudyId: string | null;
                            state: "in control" | "warning" | "out of control" | "not evaluable";
                            reason: string | null;
                            score: number | null;
                            baseline: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            ruleSet: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            thresholdId: string | null;
                            violations: {
                                /** @description Westgard's notation: 2-2s. */
                                rule: string;
                                /** @description within run, across runs or across materials. */
                                scope: string;
                                /** @description warning or rejection. */
                                severity: string;
                                side: string | null;
                                /** @description False where the violation was reported already and goes on. */
                                begins: boolean;
                                /** @description Oldest first. */
                                window: {
                                    run: string;
                                    material: string;
                                    materialLot: string | null;
                                    level: string | null;
                                }[];
                            }[];
                            sentence: string;
                            /** @description Of what it rests on; docs/methods/monitoring.md says how it is made. */
                            inputsSha256: string;
                            /** @description Version that judged. */
                            touchstone: string;
                            /** Format: date-time */
                            judgedAt: string;
                            supersedes: string | null;
                            supersededAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeveyJenningsChart: {
        parameters: {
            query: {
                material: string;
                materialLot?: string;
                analyte: string;
                /** @description Of series that have levels. */
                level?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                from?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                before?: string;
                /** @description Points at most, the latest. */
                limit?: number;
                /** @description `next` of the points after these. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        material: string;
                        analyte: string;
                        level: string | null;
                        kind: ("vaf" | "methylation level" | "quantity") | null;
                        /** @description In order of time. All there are of the period, or the latest of them. */
                        points: {
                            /** Format: uuid */
                            measurementId: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            time: string;
                            materialLot: string | null;
                            replicate: number;
                            value: number;
                            depth: number | null;
                            instrument: string | null;
                            reagentLot: {
                                reagent: string;
                                lot: string;
                            } | null;
                            pipelineVersion: {
                                pipeline: string;
                                version: string;
                            } | null;
                            isImported: boolean;
                            score: number | null;
                            state: ("in control" | "warning" | "out of control" | "not evaluable") | null;
                            reason: string | null;
                            sentence: string | null;
                            verdictId: string | null;
                            baselineId: string | null;
                            ruleSet: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            violations: {
                                /** @description Westgard's notation: 2-2s. */
                                rule: string;
                                /** @description within run, across runs or across materials. */
                                scope: string;
                                /** @description warning or rejection. */
                                severity: string;
                                side: string | null;
                                /** @description False where the violation was reported already and goes on. */
                                begins: boolean;
                                /** @description Oldest first. */
                                window: {
                                    run: string;
                                    material: string;
                                    materialLot: string | null;
                                    level: string | null;
                                }[];
                            }[];
                            excluded: {
                                baseline: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    version: number;
                                } | null;
                                exclusionId: string | null;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            } | null;
                            /** @description Whether limits of a baseline come from it. */
                            isBaseline: boolean;
                        }[];
                        next: string | null;
                        /**
                         * @description Points are never left out between others.
                         * @enum {boolean}
                         */
                        thinned: false;
                        /** @description Which baseline judges when; none where none does. */
                        limits: {
                            baseline: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            };
                            status: "approved" | "retired";
                            materialLot: string | null;
                            pipelineVersion: string | null;
                            /** Format: date-time */
                            from: string;
                            to: string | null;
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                            n: number;
                            mean: number | null;
                            sd: number | null;
                            reason: string | null;
                            provisional: string[];
                            period: {
                                first: {
                                    run: string;
                                    /** Format: date-time */
                                    time: string;
                                };
                                last: {
                                    run: string;
                                    /** Format: date-time */
                                    time: string;
                                };
                            } | null;
                            /** @description Mean and limits where the chart draws them; empty without limits. */
                            lines: {
                                /** @description Standard deviations from the mean: -3 to 3. */
                                sd: number;
                                /** @description As measured, on the raw scale. */
                                value: number;
                            }[];
                        }[];
                        /** @description Baselines of the series that await approval. */
                        drafts: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        }[];
                        /** @description In the time of these points, in order of time. */
                        events: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** Format: date-time */
                            time: string;
                            description: string;
                            assayId: string | null;
                            instrumentId: string | null;
                        }[];
                        /** @description Whether there are earlier ones than the latest that are listed. */
                        moreEvents: boolean;
                        /** @description Lots that these points were measured with, in order of their first. */
                        lots: {
                            of: "material" | "reagent";
                            name: string;
                            lot: string | null;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            points: number;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEwmaCusumChart: {
        parameters: {
            query: {
                material: string;
                materialLot?: string;
                analyte: string;
                /** @description Of series that have levels. */
                level?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                from?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                before?: string;
                /** @description Weight of the newest measurement in the EWMA. */
                lambda?: number;
                /** @description L: limits of the EWMA, in its own standard deviations. */
                ewmaLimit?: number;
                /** @description Reference value (slack) of the CUSUM. */
                k?: number;
                /** @description Decision limit of the CUSUM. */
                h?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        material: string;
                        analyte: string;
                        level: string | null;
                        lambda: number;
                        ewmaLimit: number;
                        k: number;
                        h: number;
                        /** @description In order of time; the latest 5,000 of the period at most. Lots of the material and replicates have charts of their own, which go on from before `from`. */
                        points: {
                            /** Format: uuid */
                            measurementId: string;
                            run: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            time: string;
                            materialLot: string | null;
                            replicate: number;
                            score: number | null;
                            ewma: number;
                            /** @description The EWMA signals above this and below its negative. */
                            ewmaLimit: number;
                            ewmaState: "fired" | "not fired" | "not applicable" | "not evaluable";
                            /** @description Upper sum of the CUSUM, at least 0. */
                            upper: number;
                            /** @description Lower sum of the CUSUM, counted positive. */
                            lower: number;
                            cusumState: "fired" | "not fired" | "not applicable" | "not evaluable";
                            restarts: ("start" | "baseline" | "corrective action") | null;
                        }[];
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listControlSeries: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                material?: string;
                analyte?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            latest: {
                                run: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** Format: date-time */
                                time: string;
                                value: number;
                                score: number | null;
                                state: ("in control" | "warning" | "out of control" | "not evaluable") | null;
                                reason: string | null;
                                baseline: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    version: number;
                                } | null;
                            } | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBaselines: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                name?: string;
                status?: "draft" | "approved" | "retired";
                assayId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                            status: "draft" | "approved" | "retired";
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            /** @description Series: each of one analyte in one material and lot on one level. */
                            series: number;
                            contentSha256: string;
                            supersedes: string | null;
                            /** Format: date-time */
                            establishedAt: string;
                            /** Format: date-time */
                            effectiveFrom: string;
                            proposedBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assayId?: string;
                    /** @description What `touchstone baseline establish` wrote. Its signatures do not count: people sign here. */
                    document?: {
                        [key: string]: unknown;
                    };
                    /** @description Of stored measurements: the first replicate of each run. */
                    establish?: {
                        name: string;
                        /** @description Without a lot: those of which no lot is given. */
                        materials?: {
                            name: string;
                            lot?: string;
                        }[];
                        analytes?: string[];
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        from: string;
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        before: string;
                        pipelineVersion?: {
                            pipeline: string;
                            version: string;
                        };
                        /** @description Whether measurements of the time before Touchstone count; they do unless false. */
                        imported?: boolean;
                        /**
                         * Format: date-time
                         * @description With its time zone: 2026-01-31T08:00:00Z.
                         */
                        effectiveFrom?: string;
                        /** @description Of analytes that are not judged on the raw scale. */
                        scales?: {
                            analyte: string;
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                        }[];
                        exclusions?: {
                            run: string;
                            material?: string;
                            analyte?: string;
                            level?: string;
                            reason: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        /** @description Series: each of one analyte in one material and lot on one level. */
                        series: number;
                        contentSha256: string;
                        supersedes: string | null;
                        /** Format: date-time */
                        establishedAt: string;
                        /** Format: date-time */
                        effectiveFrom: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        pipelineVersion: string | null;
                        limits: {
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                            kind: "vaf" | "methylation level" | "quantity";
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                            /** @description Points that the limits come from. */
                            n: number;
                            /** @description Points that were left out, and why. */
                            excluded: {
                                run: string;
                                value: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            }[];
                            runs: number;
                            days: number;
                            depthRange: [
                                number,
                                number
                            ] | null;
                            mean: number | null;
                            meanInterval: [
                                number,
                                number
                            ] | null;
                            sd: number | null;
                            sdInterval: [
                                number,
                                number
                            ] | null;
                            reason: string | null;
                            /** @description What the series lacks to be more than provisional. */
                            provisional: string[];
                        }[];
                        /** @description People who have to approve it by the rule set in force. */
                        neededApprovals: number;
                        /** @description Oldest first. */
                        approvals: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                        retirement: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        /** @description Series: each of one analyte in one material and lot on one level. */
                        series: number;
                        contentSha256: string;
                        supersedes: string | null;
                        /** Format: date-time */
                        establishedAt: string;
                        /** Format: date-time */
                        effectiveFrom: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        pipelineVersion: string | null;
                        limits: {
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                            kind: "vaf" | "methylation level" | "quantity";
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                            /** @description Points that the limits come from. */
                            n: number;
                            /** @description Points that were left out, and why. */
                            excluded: {
                                run: string;
                                value: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            }[];
                            runs: number;
                            days: number;
                            depthRange: [
                                number,
                                number
                            ] | null;
                            mean: number | null;
                            meanInterval: [
                                number,
                                number
                            ] | null;
                            sd: number | null;
                            sdInterval: [
                                number,
                                number
                            ] | null;
                            reason: string | null;
                            /** @description What the series lacks to be more than provisional. */
                            provisional: string[];
                        }[];
                        /** @description People who have to approve it by the rule set in force. */
                        neededApprovals: number;
                        /** @description Oldest first. */
                        approvals: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                        retirement: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        /** @description Series: each of one analyte in one material and lot on one level. */
                        series: number;
                        contentSha256: string;
                        supersedes: string | null;
                        /** Format: date-time */
                        establishedAt: string;
                        /** Format: date-time */
                        effectiveFrom: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        pipelineVersion: string | null;
                        limits: {
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                            kind: "vaf" | "methylation level" | "quantity";
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                            /** @description Points that the limits come from. */
                            n: number;
                            /** @description Points that were left out, and why. */
                            excluded: {
                                run: string;
                                value: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            }[];
                            runs: number;
                            days: number;
                            depthRange: [
                                number,
                                number
                            ] | null;
                            mean: number | null;
                            meanInterval: [
                                number,
                                number
                            ] | null;
                            sd: number | null;
                            sdInterval: [
                                number,
                                number
                            ] | null;
                            reason: string | null;
                            /** @description What the series lacks to be more than provisional. */
                            provisional: string[];
                        }[];
                        /** @description People who have to approve it by the rule set in force. */
                        neededApprovals: number;
                        /** @description Oldest first. */
                        approvals: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                        retirement: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBaselineDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the signature says: 'reviewed and approved'. */
                    meaning: string;
                    /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        /** @description Series: each of one analyte in one material and lot on one level. */
                        series: number;
                        contentSha256: string;
                        supersedes: string | null;
                        /** Format: date-time */
                        establishedAt: string;
                        /** Format: date-time */
                        effectiveFrom: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        pipelineVersion: string | null;
                        limits: {
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                            kind: "vaf" | "methylation level" | "quantity";
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                            /** @description Points that the limits come from. */
                            n: number;
                            /** @description Points that were left out, and why. */
                            excluded: {
                                run: string;
                                value: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            }[];
                            runs: number;
                            days: number;
                            depthRange: [
                                number,
                                number
                            ] | null;
                            mean: number | null;
                            meanInterval: [
                                number,
                                number
                            ] | null;
                            sd: number | null;
                            sdInterval: [
                                number,
                                number
                            ] | null;
                            reason: string | null;
                            /** @description What the series lacks to be more than provisional. */
                            provisional: string[];
                        }[];
                        /** @description People who have to approve it by the rule set in force. */
                        neededApprovals: number;
                        /** @description Oldest first. */
                        approvals: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                        retirement: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the signature says: 'reviewed and approved'. */
                    meaning: string;
                    /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        /** @description Series: each of one analyte in one material and lot on one level. */
                        series: number;
                        contentSha256: string;
                        supersedes: string | null;
                        /** Format: date-time */
                        establishedAt: string;
                        /** Format: date-time */
                        effectiveFrom: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        pipelineVersion: string | null;
                        limits: {
                            material: string;
                            materialLot: string | null;
                            analyte: string;
                            level: string | null;
                            /** @description vaf and methylation level are fractions of reads, 0 to 1; a quantity is any finite number. */
                            kind: "vaf" | "methylation level" | "quantity";
                            /** @description Scale on which mean, SD and z are computed. */
                            scale: "raw" | "logit" | "arcsine" | "log";
                            /** @description Points that the limits come from. */
                            n: number;
                            /** @description Points that were left out, and why. */
                            excluded: {
                                run: string;
                                value: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            }[];
                            runs: number;
                            days: number;
                            depthRange: [
                                number,
                                number
                            ] | null;
                            mean: number | null;
                            meanInterval: [
                                number,
                                number
                            ] | null;
                            sd: number | null;
                            sdInterval: [
                                number,
                                number
                            ] | null;
                            reason: string | null;
                            /** @description What the series lacks to be more than provisional. */
                            provisional: string[];
                        }[];
                        /** @description People who have to approve it by the rule set in force. */
                        neededApprovals: number;
                        /** @description Oldest first. */
                        approvals: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        }[];
                        retirement: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuleSets: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                name?: string;
                status?: "draft" | "approved" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                            status: "draft" | "approved" | "retired";
                            /** @description Whether it judges runs now: those of assays that have no approved rule set of their own. */
                            isInForce: boolean;
                            /** @description Of name, version, rules and policies, defaults included. */
                            contentSha256: string;
                            proposedBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRuleSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Text in YAML or JSON, or the JSON itself: schema `touchstone/rule-set/1`. */
                    definition: string | {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        /** @description Whether it judges runs now: those of assays that have no approved rule set of their own. */
                        isInForce: boolean;
                        /** @description Of name, version, rules and policies, defaults included. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description Rules and policies; a default that is not written holds all the same. */
                        document: unknown;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        /** @description Whether it judges runs now: those of assays that have no approved rule set of their own. */
                        isInForce: boolean;
                        /** @description Of name, version, rules and policies, defaults included. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description Rules and policies; a default that is not written holds all the same. */
                        document: unknown;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuleSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        /** @description Whether it judges runs now: those of assays that have no approved rule set of their own. */
                        isInForce: boolean;
                        /** @description Of name, version, rules and policies, defaults included. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description Rules and policies; a default that is not written holds all the same. */
                        document: unknown;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRuleSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the signature says: 'reviewed and approved'. */
                    meaning: string;
                    /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        /** @description Whether it judges runs now: those of assays that have no approved rule set of their own. */
                        isInForce: boolean;
                        /** @description Of name, version, rules and policies, defaults included. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description Rules and policies; a default that is not written holds all the same. */
                        document: unknown;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireRuleSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        status: "draft" | "approved" | "retired";
                        /** @description Whether it judges runs now: those of assays that have no approved rule set of their own. */
                        isInForce: boolean;
                        /** @description Of name, version, rules and policies, defaults included. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description Rules and policies; a default that is not written holds all the same. */
                        document: unknown;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssays: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                name?: string;
                status?: "draft" | "approved" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                            description: string | null;
                            /** @description Never approved as it is. */
                            isExample: boolean;
                            status: "draft" | "approved" | "retired";
                            /** @description Of the definition as canonical JSON; layout and comments do not count. */
                            contentSha256: string;
                            proposedBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAssay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Text in YAML or JSON, or the JSON itself; `touchstone assay example` prints one. */
                    definition: string | {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        description: string | null;
                        /** @description Never approved as it is. */
                        isExample: boolean;
                        status: "draft" | "approved" | "retired";
                        /** @description Of the definition as canonical JSON; layout and comments do not count. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description The definition. */
                        document: unknown;
                        source: string | null;
                        /** @description What keeps a draft from being approved; empty for one that can be. */
                        obstacles: {
                            /** @description JSON pointer into the definition. */
                            pointer: string;
                            message: string;
                        }[];
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        description: string | null;
                        /** @description Never approved as it is. */
                        isExample: boolean;
                        status: "draft" | "approved" | "retired";
                        /** @description Of the definition as canonical JSON; layout and comments do not count. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description The definition. */
                        document: unknown;
                        source: string | null;
                        /** @description What keeps a draft from being approved; empty for one that can be. */
                        obstacles: {
                            /** @description JSON pointer into the definition. */
                            pointer: string;
                            message: string;
                        }[];
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        description: string | null;
                        /** @description Never approved as it is. */
                        isExample: boolean;
                        status: "draft" | "approved" | "retired";
                        /** @description Of the definition as canonical JSON; layout and comments do not count. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description The definition. */
                        document: unknown;
                        source: string | null;
                        /** @description What keeps a draft from being approved; empty for one that can be. */
                        obstacles: {
                            /** @description JSON pointer into the definition. */
                            pointer: string;
                            message: string;
                        }[];
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveAssay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the signature says: 'reviewed and approved'. */
                    meaning: string;
                    /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        description: string | null;
                        /** @description Never approved as it is. */
                        isExample: boolean;
                        status: "draft" | "approved" | "retired";
                        /** @description Of the definition as canonical JSON; layout and comments do not count. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description The definition. */
                        document: unknown;
                        source: string | null;
                        /** @description What keeps a draft from being approved; empty for one that can be. */
                        obstacles: {
                            /** @description JSON pointer into the definition. */
                            pointer: string;
                            message: string;
                        }[];
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireAssay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                        description: string | null;
                        /** @description Never approved as it is. */
                        isExample: boolean;
                        status: "draft" | "approved" | "retired";
                        /** @description Of the definition as canonical JSON; layout and comments do not count. */
                        contentSha256: string;
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        /** @description The definition. */
                        document: unknown;
                        source: string | null;
                        /** @description What keeps a draft from being approved; empty for one that can be. */
                        obstacles: {
                            /** @description JSON pointer into the definition. */
                            pointer: string;
                            message: string;
                        }[];
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listThresholds: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                assayId?: string;
                status?: "draft" | "approved" | "retired";
                stage?: "release" | "routine";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            };
                            version: number;
                            score: "precision" | "recall" | "f1";
                            variantType: string;
                            /** @description `*` for all that was compared. */
                            stratum: string;
                            /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                            stage: "release" | "routine";
                            minimum: number;
                            observations: number | null;
                            trendHorizonDays: number | null;
                            citation: string | null;
                            status: "draft" | "approved" | "retired";
                            proposedBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createThreshold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assay: {
                        name: string;
                        version?: number;
                    };
                    score: "precision" | "recall" | "f1";
                    /** @description SNV is the same as SNP; ALL is for programs that do not tell types apart. */
                    variantType: "SNP" | "SNV" | "INDEL" | "ALL";
                    stratum?: string;
                    /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                    stage?: "release" | "routine";
                    minimum: number;
                    /** @description Fewest records that may be judged; refused without. */
                    observations?: number;
                    trendHorizonDays?: number;
                    citation: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        };
                        version: number;
                        score: "precision" | "recall" | "f1";
                        variantType: string;
                        /** @description `*` for all that was compared. */
                        stratum: string;
                        /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                        stage: "release" | "routine";
                        minimum: number;
                        observations: number | null;
                        trendHorizonDays: number | null;
                        citation: string | null;
                        status: "draft" | "approved" | "retired";
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        };
                        version: number;
                        score: "precision" | "recall" | "f1";
                        variantType: string;
                        /** @description `*` for all that was compared. */
                        stratum: string;
                        /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                        stage: "release" | "routine";
                        minimum: number;
                        observations: number | null;
                        trendHorizonDays: number | null;
                        citation: string | null;
                        status: "draft" | "approved" | "retired";
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreshold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        };
                        version: number;
                        score: "precision" | "recall" | "f1";
                        variantType: string;
                        /** @description `*` for all that was compared. */
                        stratum: string;
                        /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                        stage: "release" | "routine";
                        minimum: number;
                        observations: number | null;
                        trendHorizonDays: number | null;
                        citation: string | null;
                        status: "draft" | "approved" | "retired";
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveThreshold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the signature says: 'reviewed and approved'. */
                    meaning: string;
                    /** @description The signer's password. Whoever signs in with a provider proves to it anew who they are, within 5 minutes before. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        };
                        version: number;
                        score: "precision" | "recall" | "f1";
                        variantType: string;
                        /** @description `*` for all that was compared. */
                        stratum: string;
                        /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                        stage: "release" | "routine";
                        minimum: number;
                        observations: number | null;
                        trendHorizonDays: number | null;
                        citation: string | null;
                        status: "draft" | "approved" | "retired";
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireThreshold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        };
                        version: number;
                        score: "precision" | "recall" | "f1";
                        variantType: string;
                        /** @description `*` for all that was compared. */
                        stratum: string;
                        /** @description routine: each run is judged by its estimate; release: a version once, by the interval. */
                        stage: "release" | "routine";
                        minimum: number;
                        observations: number | null;
                        trendHorizonDays: number | null;
                        citation: string | null;
                        status: "draft" | "approved" | "retired";
                        proposedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        retiredAt: string | null;
                        approval: {
                            /** Format: uuid */
                            principalId: string;
                            printedName: string;
                            meaning: string;
                            method: "password" | "oidc";
                            /** @description SHA-256 of the version of the record that was signed. */
                            recordSha256: string;
                            /** Format: date-time */
                            signedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTruthSets: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                name?: string;
                vcfSha256?: string;
                /** @description Only those that are, or are not, retired. */
                retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: string;
                            material: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                lot: string | null;
                            } | null;
                            reference: string;
                            vcfSha256: string;
                            regionsSha256: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTruthSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    version: string;
                    material?: {
                        name: string;
                        lot?: string;
                    };
                    /** @description GRCh38. */
                    reference: string;
                    /** @description SHA-256 of the VCF file as comparisons read it: their provenance has to name the same. */
                    vcfSha256: string;
                    /** @description Of the BED file of the confident regions. */
                    regionsSha256?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: string;
                        material: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                        } | null;
                        reference: string;
                        vcfSha256: string;
                        regionsSha256: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: string;
                        material: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                        } | null;
                        reference: string;
                        vcfSha256: string;
                        regionsSha256: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTruthSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: string;
                        material: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                        } | null;
                        reference: string;
                        vcfSha256: string;
                        regionsSha256: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireTruthSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: string;
                        material: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                        } | null;
                        reference: string;
                        vcfSha256: string;
                        regionsSha256: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChangeEvents: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                kind?: "reagent lot" | "control lot" | "service" | "pipeline version" | "corrective action";
                assayId?: string;
                instrumentId?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                happenedFrom?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                happenedBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: "reagent lot" | "control lot" | "service" | "pipeline version" | "corrective action";
                            /** Format: date-time */
                            happenedAt: string;
                            description: string;
                            assay: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                            } | null;
                            instrument: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            reagentLot: {
                                /** Format: uuid */
                                id: string;
                                reagent: string;
                                lot: string;
                            } | null;
                            material: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                lot: string | null;
                            } | null;
                            pipelineVersion: {
                                /** Format: uuid */
                                id: string;
                                pipeline: string;
                                version: string;
                            } | null;
                            recordedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                printedName: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordChangeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "reagent lot" | "control lot" | "service" | "pipeline version" | "corrective action";
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    happenedAt: string;
                    description: string;
                    /** Format: uuid */
                    assayId?: string;
                    /** Format: uuid */
                    instrumentId?: string;
                    /**
                     * Format: uuid
                     * @description Needed for a reagent lot.
                     */
                    reagentLotId?: string;
                    /**
                     * Format: uuid
                     * @description Needed for a control lot.
                     */
                    materialId?: string;
                    /**
                     * Format: uuid
                     * @description Needed for a pipeline version.
                     */
                    pipelineVersionId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: "reagent lot" | "control lot" | "service" | "pipeline version" | "corrective action";
                        /** Format: date-time */
                        happenedAt: string;
                        description: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        instrument: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        reagentLot: {
                            /** Format: uuid */
                            id: string;
                            reagent: string;
                            lot: string;
                        } | null;
                        material: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                        } | null;
                        recordedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChangeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        kind: "reagent lot" | "control lot" | "service" | "pipeline version" | "corrective action";
                        /** Format: date-time */
                        happenedAt: string;
                        description: string;
                        assay: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                        } | null;
                        instrument: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        reagentLot: {
                            /** Format: uuid */
                            id: string;
                            reagent: string;
                            lot: string;
                        } | null;
                        material: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                        } | null;
                        pipelineVersion: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                        } | null;
                        recordedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            printedName: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMaterials: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                name?: string;
                use?: "truth set" | "control" | "replicates";
                expiresBefore?: string;
                /** @description true: only what is retired; false: only what is in use. */
                retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            lot: string | null;
                            use: "truth set" | "control" | "replicates";
                            description: string | null;
                            expiresOn: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    lot?: string;
                    use: "truth set" | "control" | "replicates";
                    description?: string;
                    /** Format: date */
                    expiresOn?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        lot: string | null;
                        use: "truth set" | "control" | "replicates";
                        description: string | null;
                        expiresOn: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        lot: string | null;
                        use: "truth set" | "control" | "replicates";
                        description: string | null;
                        expiresOn: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        lot: string | null;
                        use: "truth set" | "control" | "replicates";
                        description: string | null;
                        expiresOn: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string | null;
                    expiresOn?: string | null;
                    /** @description Not in use any more. */
                    retired?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        lot: string | null;
                        use: "truth set" | "control" | "replicates";
                        description: string | null;
                        expiresOn: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReagentLots: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                reagent?: string;
                expiresBefore?: string;
                /** @description true: only what is retired; false: only what is in use. */
                retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            reagent: string;
                            lot: string;
                            expiresOn: string | null;
                            openedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createReagentLot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reagent: string;
                    lot: string;
                    /** Format: date */
                    expiresOn?: string;
                    /**
                     * Format: date-time
                     * @description With its time zone: 2026-01-31T08:00:00Z.
                     */
                    openedAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        reagent: string;
                        lot: string;
                        expiresOn: string | null;
                        openedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        reagent: string;
                        lot: string;
                        expiresOn: string | null;
                        openedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReagentLot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        reagent: string;
                        lot: string;
                        expiresOn: string | null;
                        openedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeReagentLot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expiresOn?: string | null;
                    openedAt?: string | null;
                    /** @description Not in use any more. */
                    retired?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        reagent: string;
                        lot: string;
                        expiresOn: string | null;
                        openedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstruments: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                model?: string;
                /** @description true: only what is retired; false: only what is in use. */
                retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            model: string | null;
                            serialNumber: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            retiredAt: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    model?: string;
                    serialNumber?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        model: string | null;
                        serialNumber: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        model: string | null;
                        serialNumber: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        model: string | null;
                        serialNumber: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    model?: string | null;
                    serialNumber?: string | null;
                    /** @description Not in use any more. */
                    retired?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        model: string | null;
                        serialNumber: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        retiredAt: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPipelineVersions: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                pipeline?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            pipeline: string;
                            version: string;
                            revision: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Go on after this number, 0 for the first event that is kept. Without it: what happens from now on. */
                lastEventId?: number;
                /** @description Only these: `run.created`, or `run.*` for all that begin so. Repeat it for several. */
                topic?: string[];
            };
            header?: {
                "last-event-id"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each message's `data` is an event as in the list; a message `reset` says why none can follow. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description `next` of before. */
                after?: number;
                /** @description Events looked at, of which those with another topic are left out. */
                limit?: number;
                /** @description Only these: `run.created`, or `run.*` for all that begin so. Repeat it for several. */
                topic?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Later events have greater numbers; some are left out. */
                            number: number;
                            /** @description run.created, alert.raised and the like. */
                            topic: string;
                            recordKind: string;
                            /** Format: uuid */
                            recordId: string;
                            /** @description A summary; the record itself is at its own address. */
                            payload: unknown;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        /** @description Number to go on after. */
                        next: number;
                        /** @description Whether there was nothing after `next` yet. */
                        isEnd: boolean;
                        reset: {
                            /** @description removed: events after the number are too old to be kept. unknown: no event had the number yet. */
                            reason: "removed" | "unknown";
                            /** @description The events that follow come after this number. */
                            continuesAfter: number;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                subjectKind?: string;
                /** @description With subjectKind. */
                subjectId?: string;
                actor?: string;
                action?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                from?: string;
                /** @description With its time zone: 2026-01-31T08:00:00Z. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            sequence: number;
                            /** @description UTC, by the clock of the database. */
                            time: string;
                            actor: string;
                            action: string;
                            subject: {
                                kind: string;
                                id: string;
                            };
                            old: string | null;
                            new: string | null;
                            reason: string | null;
                            /** @description Hash of the row before. */
                            previous: string;
                            /** @description SHA-256 of the row's canonical text; docs/methods/audit.md. */
                            hash: string;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                from?: number;
                /** @description Rows to check at most. */
                rows?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether nothing wrong was found in the rows that were checked. */
                        holds: boolean;
                        from: number;
                        /** @description The last row that was looked at; 0 when there is none. */
                        to: number;
                        checked: number;
                        next: number | null;
                        finding: {
                            sequence: number;
                            kind: "altered" | "missing" | "inserted" | "reordered" | "recomputed" | "end";
                            message: string;
                        } | null;
                        head: {
                            sequence: number;
                            hash: string;
                            /** Format: date-time */
                            time: string;
                        } | null;
                        provenTo: number | null;
                        anchors: {
                            /** @description Anchors with a right signature. */
                            read: number;
                            /** @description Anchors that prove nothing; any but a cut-off line is a fault. */
                            rejected: number;
                        } | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle; the same bytes as long as nothing that it tells of changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A self-contained HTML document, without scripts, that prints on A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComparisonReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A self-contained HTML document, without scripts, that prints on A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReplicateStudyReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A self-contained HTML document, without scripts, that prints on A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMonthlyReport: {
        parameters: {
            query: {
                assay: string;
                /** @description In UTC: 2026-03. */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A self-contained HTML document, without scripts, that prints on A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            url: string;
                            description: string | null;
                            topics: string[];
                            /** Format: uuid */
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            disabledAt: string | null;
                            disabledReason: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    topics: string[];
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string | null;
                        topics: string[];
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        /** @description By which the receiver checks signatures (whsec_...). Shown this once. */
                        secret: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string | null;
                        topics: string[];
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string | null;
                        topics: string[];
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url?: string;
                    topics?: string[];
                    description?: string | null;
                    /** @description true: messages are written again from now on. */
                    isEnabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string | null;
                        topics: string[];
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailSubscriptions: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            address: string;
                            kinds: ("immediate" | "predictive" | "reproducibility" | "due")[];
                            leastLevel: number;
                            /** Format: uuid */
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            disabledAt: string | null;
                            disabledReason: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMailSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Without kinds: all. Without leastLevel: from 0 on, when they are raised. */
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    address: string;
                    kinds?: ("immediate" | "predictive" | "reproducibility" | "due")[];
                    /** @description Only alerts of this level and above. */
                    leastLevel?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        address: string;
                        kinds: ("immediate" | "predictive" | "reproducibility" | "due")[];
                        leastLevel: number;
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        address: string;
                        kinds: ("immediate" | "predictive" | "reproducibility" | "due")[];
                        leastLevel: number;
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMailSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        address: string;
                        kinds: ("immediate" | "predictive" | "reproducibility" | "due")[];
                        leastLevel: number;
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMailSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds?: ("immediate" | "predictive" | "reproducibility" | "due")[];
                    /** @description Only alerts of this level and above. */
                    leastLevel?: number;
                    isEnabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        address: string;
                        kinds: ("immediate" | "predictive" | "reproducibility" | "due")[];
                        leastLevel: number;
                        /** Format: uuid */
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Items of a page at most. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description dead: not tried any more, until somebody asks for it. */
                status?: "pending" | "delivered" | "dead";
                webhookId?: string;
                mailSubscriptionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description Also the message's webhook-id.
                             */
                            id: string;
                            webhookId: string | null;
                            mailSubscriptionId: string | null;
                            event: {
                                /** @description Later events have greater numbers; some are left out. */
                                number: number;
                                /** @description run.created, alert.raised and the like. */
                                topic: string;
                                recordKind: string;
                                /** Format: uuid */
                                recordId: string;
                                /** @description A summary; the record itself is at its own address. */
                                payload: unknown;
                                /** Format: date-time */
                                createdAt: string;
                            };
                            /** @description dead: not tried any more, until somebody asks for it. */
                            status: "pending" | "delivered" | "dead";
                            attempts: number;
                            /** Format: date-time */
                            createdAt: string;
                            nextAttemptAt: string | null;
                            lastAttemptAt: string | null;
                            deliveredAt: string | null;
                            failure: string | null;
                        }[];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Also the message's webhook-id.
                         */
                        id: string;
                        webhookId: string | null;
                        mailSubscriptionId: string | null;
                        event: {
                            /** @description Later events have greater numbers; some are left out. */
                            number: number;
                            /** @description run.created, alert.raised and the like. */
                            topic: string;
                            recordKind: string;
                            /** Format: uuid */
                            recordId: string;
                            /** @description A summary; the record itself is at its own address. */
                            payload: unknown;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        /** @description dead: not tried any more, until somebody asks for it. */
                        status: "pending" | "delivered" | "dead";
                        attempts: number;
                        /** Format: date-time */
                        createdAt: string;
                        nextAttemptAt: string | null;
                        lastAttemptAt: string | null;
                        deliveredAt: string | null;
                        failure: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Also the message's webhook-id.
                         */
                        id: string;
                        webhookId: string | null;
                        mailSubscriptionId: string | null;
                        event: {
                            /** @description Later events have greater numbers; some are left out. */
                            number: number;
                            /** @description run.created, alert.raised and the like. */
                            topic: string;
                            recordKind: string;
                            /** Format: uuid */
                            recordId: string;
                            /** @description A summary; the record itself is at its own address. */
                            payload: unknown;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        /** @description dead: not tried any more, until somebody asks for it. */
                        status: "pending" | "delivered" | "dead";
                        attempts: number;
                        /** Format: date-time */
                        createdAt: string;
                        nextAttemptAt: string | null;
                        lastAttemptAt: string | null;
                        deliveredAt: string | null;
                        failure: string | null;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadArtifact: {
        parameters: {
            query: {
                kind: string;
                name: string;
                sha256?: string;
            };
            header?: never;
            path: {
                /** @description Id or name. */
                run: string;
            };
            cookie?: never;
        };
        /** @description The file. Its Content-Type is kept. */
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        runId: string;
                        kind: string;
                        uri: string;
                        sha256: string;
                        sizeBytes: number;
                        mediaType: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        runId: string;
                        kind: string;
                        uri: string;
                        sha256: string;
                        sizeBytes: number;
                        mediaType: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTraceUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            userName: string;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTraceService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        serviceInfo: {
                            version: string;
                        };
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTrace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As Nextflow sends it; unknown fields are passed over. */
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workflowId: string;
                        watchUrl: string;
                        message?: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        /** @description As Nextflow sends it; unknown fields are passed over. */
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        watchUrl: string;
                    };
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    progressTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        /** @description As Nextflow sends it; unknown fields are passed over. */
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heartbeatTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        /** @description As Nextflow sends it; unknown fields are passed over. */
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        /** @description As Nextflow sends it; unknown fields are passed over. */
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Why the request was not carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Why the request was not carried out. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
