import { MAX_PLOIDY } from "../records/call-set.ts";
import * as labels from "../solve/labels.ts";
import type { PhaseRelation } from "./range-task.ts";
import type { SolvedRange } from "./solved-range.ts";

/** Phase of each exact pair of phased heterozygotes of the range, in ascending position. */
export function phaseRelations(range: SolvedRange, contig: number): PhaseRelation[] {
  const { truth, query } = range.calls;
  const { truthLabels, owned } = range;
  const relations: PhaseRelation[] = [];
  for (let record = 0; record < truth.count; record++) {
    const partner = truthLabels.partner[record];
    if (owned.truth[record] === 0 || partner < 0 || truthLabels.decision[record] !== labels.MATCHED) continue;
    if (truth.phased[record] === 0 || query.phased[partner] === 0) continue;
    if (truth.ploidy[record] !== 2 || query.ploidy[partner] !== 2) continue;
    if (truth.firstEdit[record + 1] - truth.firstEdit[record] !== 1) continue;
    const at = record * MAX_PLOIDY;
    const to = partner * MAX_PLOIDY;
    if (truth.alleles[at] === truth.alleles[at + 1]) continue;
    const truthFirst = truth.alleles[at] === truth.editAllele[truth.firstEdit[record]];
    const queryFirst = query.alleles[to] === query.editAllele[query.firstEdit[partner]];
    relations.push({
      contig,
      position: truth.columns.position[record],
      truthSet: truth.phaseSet[record],
      querySet: query.phaseSet[partner],
      same: truthFirst === queryFirst,
    });
  }
  return relations;
}
