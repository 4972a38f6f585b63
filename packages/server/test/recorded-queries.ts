import {
  type CompiledQuery,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PostgresQueryCompiler,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from "kysely";

/** Keeps every statement that is carried out, as it is carried out. */
export class RecordedQueries implements KyselyPlugin {
  readonly #compiler = new PostgresQueryCompiler();
  #queries: CompiledQuery[] = [];

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    this.#queries.push(this.#compiler.compileQuery(node, queryId));
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }

  /** What was read since the last call. */
  takeReads(): CompiledQuery[] {
    const taken = this.#queries;
    this.#queries = [];
    return taken.filter(({ sql }) => /^\s*(select|with)\b/i.test(sql));
  }
}
