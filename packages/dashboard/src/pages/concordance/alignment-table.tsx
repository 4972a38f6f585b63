import type { ReactElement } from "react";
import { type AlignedLetter, type AlignedRecord, type AlignedRow, align } from "./alignment.ts";
import type { DiscordantRecord } from "./records.ts";

/** The called alleles of the variant and of what is nearby, column by column under the reference. */
export function AlignmentTable({ record }: { readonly record: DiscordantRecord }): ReactElement {
  const before = record.basesBefore ?? "";
  const first = record.position - before.length;
  const rows = align(before + record.ref + (record.basesAfter ?? ""), first, recordsOf(record));
  const hidden = recordsOf(record).length > rows.length - 1;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section className="alignment" aria-label="Alleles under the reference" tabIndex={0}>
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">{row.label}</th>
                <td>
                  <code>{piecesOf(row)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="muted">
        From {record.contig}:{first.toLocaleString("en-US")}. A dot is the reference's base, a dash no base; what an
        allele changes is underlined.
        {record.basesBefore === null ? " The files do not hold the reference around the record." : ""}
        {hidden ? " Alleles that are long, symbolic or lie farther away are in the tables alone." : ""}
      </p>
    </>
  );
}

/** The variant itself first, then the others in their order. */
function recordsOf(record: DiscordantRecord): AlignedRecord[] {
  const side = record.label === "FN" ? "truth" : "query";
  const { position, ref, alt, genotype } = record;
  const own = { label: `${side} ${genotype} ${record.label}`, position, ref, alt, genotype };
  const others = record.nearby.flatMap((near) =>
    (["truth", "query"] as const).flatMap((one) => {
      const call = near[one];
      if (call === null) return [];
      return [
        {
          label: `${one} ${call.genotype} ${call.decision}`,
          ...{ position: near.position, ref: near.ref, alt: near.alt, genotype: call.genotype },
        },
      ];
    }),
  );
  return [own, ...others];
}

/** Letters that belong together as one piece, so that a row has few elements. */
function piecesOf({ letters }: AlignedRow): ReactElement[] {
  const pieces: { text: string; isChanged: boolean; start: number }[] = [];
  letters.forEach(({ letter, isChanged }: AlignedLetter, start) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.isChanged === isChanged) last.text += letter;
    else pieces.push({ text: letter, isChanged, start });
  });
  return pieces.map(({ text, isChanged, start }) =>
    isChanged ? <b key={start}>{text}</b> : <span key={start}>{text}</span>,
  );
}
