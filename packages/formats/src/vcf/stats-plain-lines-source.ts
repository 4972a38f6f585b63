import { Address, Count, Letter, PAGES } from "./stats-plain-lines-layout.ts";

const FAMILIES = Letter.purine | Letter.pyrimidine;

/** Results of `$site` and `$genotype` besides the indexes of counts. */
const LISTED = 254;
const UNUSUAL = 255;

/**
 * The WebAssembly module behind `PlainLineCounter`: it finds all tabs and newlines, sixteen bytes at a time, then
 * looks at each line for what most lines are. It counts those and lists the others; it never decides that a line is
 * malformed. `stats-plain-lines-binary.ts` is made of it by `vitest -u` in `stats-plain-lines.test.ts`.
 */
export const PLAIN_LINES_SOURCE: string = `
(memory (export "memory") ${PAGES})

;; Counts the lines of the text up to $to, each of $columns columns. The chosen sample is in column $sample, from 0 on
;; (0: none is chosen). Returns where the first line starts that has more or fewer columns, or $to.
(func $scan (export "scan") (param $to i32) (param $columns i32) (param $sample i32) (result i32)
  (local $line i32) (local $tab i32) (local $tabs i32) (local $end i32) (local $shape i32)
  (local.set $tabs (call $findControls (local.get $to)))
  (local.set $line (i32.const ${Address.text}))
  (local.set $tab (i32.const ${Address.controls}))
  (local.set $columns (i32.shl (local.get $columns) (i32.const 2)))
  (local.set $sample (i32.shl (local.get $sample) (i32.const 2)))
  (block $stop
    (loop $lines
      (local.set $end (i32.sub (i32.add (local.get $tab) (local.get $columns)) (i32.const 4)))
      (br_if $stop (i32.ge_u (local.get $end) (local.get $tabs)))
      (local.set $shape (call $shape (local.get $tab) (local.get $end)))
      (br_if $stop (i32.eq (local.get $shape) (i32.const 2)))
      (if (i32.eqz (local.get $shape)) (then
        (local.set $shape (call $isUnusual (local.get $line) (local.get $tab) (local.get $sample)))))
      (if (local.get $shape) (then
        (call $list (local.get $line) (i32.add (i32.load (local.get $end)) (i32.const 1)))))
      (local.set $line (i32.add (i32.load (local.get $end)) (i32.const 1)))
      (local.set $tab (i32.add (local.get $end) (i32.const 4)))
      (br $lines)))
  (local.get $line))

;; Writes the places of all bytes below 14 and returns the end of that list. Eight places are written whether there
;; are as many or not: how many there are, a processor guesses badly.
(func $findControls (param $to i32) (result i32)
  (local $at i32) (local $out i32) (local $bits i64) (local $limit v128) (local $count i32)
  (local.set $limit (i8x16.splat (i32.const 14)))
  (local.set $at (i32.const ${Address.text}))
  (local.set $out (i32.const ${Address.controls}))
  (loop $pieces
    (local.set $bits (i64.or
      (i64.or (call $controls (local.get $at) (local.get $limit))
        (i64.shl (call $controls (i32.add (local.get $at) (i32.const 16)) (local.get $limit)) (i64.const 16)))
      (i64.or
        (i64.shl (call $controls (i32.add (local.get $at) (i32.const 32)) (local.get $limit)) (i64.const 32))
        (i64.shl (call $controls (i32.add (local.get $at) (i32.const 48)) (local.get $limit)) (i64.const 48)))))
    (local.set $count (i32.shl (i32.wrap_i64 (i64.popcnt (local.get $bits))) (i32.const 2)))
    (local.set $bits (call $write4 (local.get $out) (local.get $at) (local.get $bits)))
    (if (i32.gt_u (local.get $count) (i32.const 16)) (then
      (local.set $bits (call $write4 (i32.add (local.get $out) (i32.const 16)) (local.get $at) (local.get $bits)))
      (call $writeRest (i32.add (local.get $out) (i32.const 32)) (local.get $at) (local.get $bits))))
    (local.set $out (i32.add (local.get $out) (local.get $count)))
    (br_if $pieces (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 64))) (local.get $to))))
  (local.get $out))

(func $controls (param $at i32) (param $limit v128) (result i64)
  (i64.extend_i32_u (i8x16.bitmask (i8x16.lt_u (v128.load (local.get $at)) (local.get $limit)))))

${writeFunction()}

(func $writeRest (param $out i32) (param $at i32) (param $bits i64)
  (block $done
    (loop $next
      (br_if $done (i64.eqz (local.get $bits)))
      (i32.store (local.get $out) (i32.add (local.get $at) (i32.wrap_i64 (i64.ctz (local.get $bits)))))
      (local.set $bits (i64.and (local.get $bits) (i64.sub (local.get $bits) (i64.const 1))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (br $next))))

;; 0 when there are tabs at the places from $tab up to $end, a newline at $end, and text between any two of them; 1 when
;; a field is empty; 2 when there is another character in one of the places.
(func $shape (param $tab i32) (param $end i32) (result i32)
  (local $wrong i32) (local $empty i32) (local $before i32) (local $at i32)
  (local.set $before (i32.load (local.get $tab)))
  (local.set $wrong (i32.or
    (i32.xor (i32.load8_u (local.get $before)) (i32.const 9))
    (i32.xor (i32.load8_u (i32.load (local.get $end))) (i32.const 10))))
  (local.set $tab (i32.add (local.get $tab) (i32.const 4)))
  (loop $next
    (local.set $at (i32.load (local.get $tab)))
    (local.set $wrong (i32.or (local.get $wrong) (i32.xor (i32.load8_u (local.get $at)) (i32.const 9))))
    (local.set $empty (i32.or (local.get $empty)
      (i32.eq (local.get $at) (i32.add (local.get $before) (i32.const 1)))))
    (local.set $before (local.get $at))
    (br_if $next
      (i32.lt_u (local.tee $tab (i32.add (local.get $tab) (i32.const 4))) (local.get $end))))
  (select (i32.const 2)
    (i32.or (local.get $empty) (i32.eq (i32.load (local.get $end)) (i32.add (local.get $before) (i32.const 1))))
    (local.get $wrong)))

;; Counts a line, or returns 1 when it is not of the kind that is counted here.
(func $isUnusual (param $line i32) (param $tab i32) (param $sample i32) (result i32)
  (local $ref i32) (local $alt i32) (local $qual i32) (local $site i32) (local $genotype i32)
  (local.set $ref (i32.add (i32.load offset=8 (local.get $tab)) (i32.const 1)))
  (local.set $alt (i32.add (i32.load offset=12 (local.get $tab)) (i32.const 1)))
  (local.set $qual (i32.add (i32.load offset=16 (local.get $tab)) (i32.const 1)))
  (if (i32.eqz (i32.and
      (i32.and
        (call $isContig (local.get $line) (i32.load (local.get $tab)))
        (call $isPosition (i32.load (local.get $tab)) (i32.load offset=4 (local.get $tab))))
      (call $isQuality (local.get $qual) (i32.load offset=20 (local.get $tab)))))
    (then (return (i32.const 1))))
  (local.set $site (call $site (local.get $ref) (local.get $alt) (local.get $qual)))
  (if (i32.eq (local.get $site) (i32.const ${UNUSUAL})) (then (return (i32.const 1))))
  (if (local.get $sample) (then
    (local.set $genotype (call $genotype
      (i32.add (i32.load offset=28 (local.get $tab)) (i32.const 1))
      (i32.add (i32.load (i32.add (local.get $tab) (i32.sub (local.get $sample) (i32.const 4)))) (i32.const 1))
      (i32.load (i32.add (local.get $tab) (local.get $sample)))))
    (if (i32.eq (local.get $genotype) (i32.const ${UNUSUAL})) (then (return (i32.const 1))))
    (call $count (local.get $genotype))))
  (call $count (i32.const ${Count.records}))
  (if (i32.eq (local.get $site) (i32.const ${LISTED}))
    (then (call $listAlleles (local.get $ref) (local.get $alt) (local.get $qual)))
    (else (call $count (local.get $site))))
  (i32.const 0))

;; Whether CHROM is what it was in the line before, or otherwise without spaces and no header's start.
(func $isContig (param $start i32) (param $end i32) (result i32)
  (local $length i32) (local $letters i64)
  (local.set $length (i32.sub (local.get $end) (local.get $start)))
  (local.set $letters (i64.shl (i64.load (local.get $start))
    (i64.extend_i32_u (i32.sub (i32.const 64) (i32.shl (local.get $length) (i32.const 3))))))
  (if (i32.eq (local.get $length) (i32.load offset=${Address.contig} (i32.const 0))) (then
    (if (i64.eqz (i64.xor (local.get $letters) (i64.load offset=${Address.contig + 8} (i32.const 0)))) (then
      (return (i32.const 1))))))
  (if (i32.eqz (call $isName (local.get $start) (local.get $end))) (then (return (i32.const 0))))
  (if (i32.le_u (local.get $length) (i32.const 8)) (then
    (i32.store offset=${Address.contig} (i32.const 0) (local.get $length))
    (i64.store offset=${Address.contig + 8} (i32.const 0) (local.get $letters))))
  (i32.const 1))

(func $isName (param $start i32) (param $end i32) (result i32)
  (if (i32.eq (i32.load8_u (local.get $start)) (i32.const 0x23)) (then (return (i32.const 0))))
  (if (i32.eq (local.get $start) (local.get $end)) (then (return (i32.const 0))))
  (loop $next
    (if (i32.le_u (i32.load8_u (local.get $start)) (i32.const 0x20)) (then (return (i32.const 0))))
    (br_if $next
      (i32.lt_u (local.tee $start (i32.add (local.get $start) (i32.const 1))) (local.get $end))))
  (i32.const 1))

;; Bits of the 16 bytes from $at on that are digits.
(func $digits (param $at i32) (result i32)
  (i8x16.bitmask (i8x16.lt_u
    (i8x16.sub (v128.load (local.get $at)) (i8x16.splat (i32.const 0x30)))
    (i8x16.splat (i32.const 10)))))

;; Whether there are 1 to 9 digits between two tabs.
(func $isPosition (param $before i32) (param $end i32) (result i32)
  (local $length i32) (local $all i32)
  (local.set $length (i32.sub (i32.sub (local.get $end) (local.get $before)) (i32.const 1)))
  (local.set $all (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1)))
  (i32.and
    (i32.lt_u (i32.sub (local.get $length) (i32.const 1)) (i32.const 9))
    (i32.eq
      (i32.and (call $digits (i32.add (local.get $before) (i32.const 1))) (local.get $all)) (local.get $all))))

;; Whether QUAL is "." or a number of up to 15 characters without sign and exponent that starts with a digit.
(func $isQuality (param $start i32) (param $end i32) (result i32)
  (local $length i32) (local $all i32) (local $digits i32) (local $dots i32)
  (local.set $length (i32.sub (local.get $end) (local.get $start)))
  (local.set $all (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1)))
  (local.set $digits (i32.and (call $digits (local.get $start)) (local.get $all)))
  (local.set $dots (i32.and (local.get $all) (i8x16.bitmask
    (i8x16.eq (v128.load (local.get $start)) (i8x16.splat (i32.const 0x2e))))))
  (i32.and
    (i32.and
      (i32.lt_u (i32.sub (local.get $length) (i32.const 1)) (i32.const 15))
      (i32.eq (i32.or (local.get $digits) (local.get $dots)) (local.get $all)))
    (i32.and
      (i32.le_u (i32.popcnt (local.get $dots)) (i32.const 1))
      (i32.or (i32.and (local.get $digits) (i32.const 1)) (i32.eq (local.get $length) (i32.const 1))))))

(func $letter (param $at i32) (result i32)
  (i32.load8_u offset=${Address.letters} (i32.load8_u (local.get $at))))

;; What to count REF and ALT as.
(func $site (param $ref i32) (param $alt i32) (param $qual i32) (result i32)
  (local $from i32) (local $to i32)
  (if (i32.and
      (i32.eq (i32.sub (local.get $alt) (local.get $ref)) (i32.const 2))
      (i32.eq (i32.sub (local.get $qual) (local.get $alt)) (i32.const 2)))
    (then
      (local.set $from (i32.and (call $letter (local.get $ref)) (i32.const ${FAMILIES})))
      (local.set $to (i32.and (call $letter (local.get $alt)) (i32.const ${FAMILIES})))
      (if (i32.and
          (i32.and (i32.ne (local.get $from) (i32.const 0)) (i32.ne (local.get $to) (i32.const 0)))
          (i32.eqz (call $isSame (local.get $ref) (local.get $alt))))
        (then (return
          (i32.add (i32.const ${Count.transitions}) (i32.ne (local.get $from) (local.get $to))))))))
  (call $longSite (local.get $ref) (i32.sub (local.get $alt) (i32.const 1))
    (local.get $alt) (i32.sub (local.get $qual) (i32.const 1))))

;; Whether two letters are the same but for their case.
(func $isSame (param $a i32) (param $b i32) (result i32)
  (i32.eqz (i32.and (i32.const 0xdf)
    (i32.xor (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b))))))

;; The bits of all letters of a text that is not empty.
(func $letters (param $at i32) (param $end i32) (result i32)
  (local $bits i32) (local $some i32)
  (local.set $some (i32.const 0))
  (loop $next
    (local.set $bits (call $letter (local.get $at)))
    (if (i32.eqz (local.get $bits)) (then (return (i32.const 0))))
    (local.set $some (i32.or (local.get $some) (local.get $bits)))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
  (i32.and (local.get $some) (i32.const ${Letter.base | Letter.comma})))

(func $longSite (param $ref i32) (param $refEnd i32) (param $alt i32) (param $altEnd i32) (result i32)
  (local $letters i32)
  (if (i32.ne (call $letters (local.get $ref) (local.get $refEnd)) (i32.const ${Letter.base})) (then
    (return (i32.const ${UNUSUAL}))))
  (local.set $letters (call $letters (local.get $alt) (local.get $altEnd)))
  (if (i32.eq (local.get $letters) (i32.const ${Letter.base | Letter.comma})) (then
    (if (call $isList (local.get $alt) (local.get $altEnd)) (then (return (i32.const ${LISTED}))))))
  (if (i32.ne (local.get $letters) (i32.const ${Letter.base})) (then (return (i32.const ${UNUSUAL}))))
  (if (i32.and
      (call $isSame (local.get $ref) (local.get $alt))
      (i32.xor
        (i32.eq (i32.sub (local.get $refEnd) (local.get $ref)) (i32.const 1))
        (i32.eq (i32.sub (local.get $altEnd) (local.get $alt)) (i32.const 1))))
    (then (return (i32.const ${Count.indels}))))
  (i32.const ${LISTED}))

;; Whether no item of a list of bases is empty.
(func $isList (param $at i32) (param $end i32) (result i32)
  (local $before i32) (local $letter i32)
  (local.set $before (i32.const ${Letter.comma}))
  (loop $next
    (local.set $letter (call $letter (local.get $at)))
    (if (i32.and (i32.and (local.get $before) (local.get $letter)) (i32.const ${Letter.comma})) (then
      (return (i32.const 0))))
    (local.set $before (local.get $letter))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
  (i32.and (local.get $before) (i32.const ${Letter.base})))

;; What to count a diploid genotype as that is the first value of its sample.
(func $genotype (param $format i32) (param $start i32) (param $end i32) (result i32)
  (local $first i32) (local $second i32) (local $third i32)
  (if (i32.ne (i32.and (i32.load (local.get $format)) (i32.const 0xffff)) (i32.const 0x5447)) (then
    (return (i32.const ${UNUSUAL}))))
  (local.set $third (i32.load8_u offset=2 (local.get $format)))
  (if (i32.and (i32.ne (local.get $third) (i32.const 0x3a)) (i32.ne (local.get $third) (i32.const 9))) (then
    (return (i32.const ${UNUSUAL}))))
  (if (i32.ne (local.get $end) (i32.add (local.get $start) (i32.const 3))) (then
    (if (i32.lt_u (local.get $end) (i32.add (local.get $start) (i32.const 3))) (then
      (return (i32.const ${UNUSUAL}))))
    (if (i32.ne (i32.load8_u offset=3 (local.get $start)) (i32.const 0x3a)) (then
      (return (i32.const ${UNUSUAL}))))))
  (local.set $third (i32.load8_u offset=1 (local.get $start)))
  (if (i32.and (i32.ne (local.get $third) (i32.const 0x2f)) (i32.ne (local.get $third) (i32.const 0x7c))) (then
    (return (i32.const ${UNUSUAL}))))
  (local.set $first (i32.sub (i32.load8_u (local.get $start)) (i32.const 0x30)))
  (local.set $second (i32.sub (i32.load8_u offset=2 (local.get $start)) (i32.const 0x30)))
  (if (i32.gt_u (local.get $first) (i32.const 9)) (then (return (call $missing (local.get $first) (local.get $second)))))
  (if (i32.gt_u (local.get $second) (i32.const 9)) (then (return (call $missing (local.get $second) (local.get $first)))))
  (select (i32.const ${Count.het})
    (select (i32.const ${Count.homAlt}) (i32.const ${Count.homRef}) (local.get $first))
    (i32.ne (local.get $first) (local.get $second))))

;; Alleles less "0": one is no digit, the other may be.
(func $missing (param $one i32) (param $other i32) (result i32)
  (select (i32.const ${Count.missing}) (i32.const ${UNUSUAL}) (i32.and
    (i32.eq (local.get $one) (i32.const -2))
    (i32.or (i32.le_u (local.get $other) (i32.const 9)) (i32.eq (local.get $other) (i32.const -2))))))

(func $count (param $index i32)
  (local $at i32)
  (local.set $at (i32.shl (local.get $index) (i32.const 2)))
  (i32.store offset=${Address.counts} (local.get $at)
    (i32.add (i32.load offset=${Address.counts} (local.get $at)) (i32.const 1))))

(func $list (param $line i32) (param $end i32)
  (local $at i32)
  (local.set $at (i32.shl (i32.load offset=${Address.counts + 4 * Count.otherLines} (i32.const 0)) (i32.const 3)))
  (i32.store offset=${Address.otherLines} (local.get $at) (local.get $line))
  (i32.store offset=${Address.otherLines + 4} (local.get $at) (local.get $end))
  (call $count (i32.const ${Count.otherLines})))

(func $listAlleles (param $ref i32) (param $alt i32) (param $qual i32)
  (local $at i32)
  (local.set $at (i32.mul (i32.load offset=${Address.counts + 4 * Count.otherAlleles} (i32.const 0)) (i32.const 12)))
  (i32.store offset=${Address.otherAlleles} (local.get $at) (local.get $ref))
  (i32.store offset=${Address.otherAlleles + 4} (local.get $at) (local.get $alt))
  (i32.store offset=${Address.otherAlleles + 8} (local.get $at) (local.get $qual))
  (call $count (i32.const ${Count.otherAlleles})))
`;

/** A function that writes the places of the lowest four bits at $out and returns the other bits. */
function writeFunction(): string {
  const write = (offset: number) => `
  (i32.store offset=${offset} (local.get $out) (i32.add (local.get $at) (i32.wrap_i64 (i64.ctz (local.get $bits)))))
  (local.set $bits (i64.and (local.get $bits) (i64.sub (local.get $bits) (i64.const 1))))`;
  return `(func $write4 (param $out i32) (param $at i32) (param $bits i64) (result i64)
${[0, 4, 8, 12].map(write).join("")}
  (local.get $bits))`;
}
