#!/usr/bin/env python3
"""Compares the answers of serumcheck with those of a query engine that did the same job with the same data.

  python3 compare.py EXPORT.csv OURS.csv THEIRS.csv --refs DIRECTORY [--name DuckDB]

EXPORT is the long export that both read; OURS is `serumcheck check EXPORT --to csv`; THEIRS is the other's answer in
the columns patient_id, sample_id, value, unit, analyte, canonical_value, flag, hemolysis; DIRECTORY is what
`cargo run --release --example refs` wrote. Rows are paired one to one. Every difference is put into a class, and a
row is counted under a class only if what the class says was checked for that row (explain.py). What is left is
`unexplained`: the status is 1 if there is any. Standard library only.
"""
import argparse
import csv
import sys
from collections import Counter, defaultdict

from explain import Refs, explain, explain_hemolysis, explain_number, ours_state, survey

FLAGS = ("LL", "L", "N", "H", "HH")


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def key(row, patient, sample):
    return row[patient], row[sample], row["value"], row["unit"]


def pairs(export, ours, theirs, refs):
    """Each of our rows with its row of the export and the other's answer.

    The other's rows come in any order. Rows of one sample with the same value and unit are told apart by their
    analyte; those that neither side resolved to the same analyte are paired last, in order."""
    waiting = defaultdict(list)
    for row in rows(theirs):
        waiting[key(row, "patient_id", "sample_id")].append(
            (row["analyte"] or "", row["flag"] or "", row["hemolysis"] or "", row["canonical_value"] or "")
        )
    left = []
    for given, judged in zip(rows(export), rows(ours), strict=True):
        if (given["value"], given["analyte"]) != (judged["value"], judged["name"]):
            sys.exit(f"line {judged['line']} of the answer is not the row of the export")
        answers = waiting[key(given, "patient_id", "sample_id")]
        at = next((i for i, a in enumerate(answers) if refs.analyte.get(a[0], "") == judged["analyte"]), None)
        if at is None:
            left.append((given, judged))
        else:
            yield given, judged, answers.pop(at)
    for given, judged in left:
        answers = waiting[key(given, "patient_id", "sample_id")]
        if not answers:
            sys.exit(f"the other answer has no row for line {judged['line']}")
        yield given, judged, answers.pop(0)
    if any(waiting.values()):
        sys.exit("the other answer has rows that the export has not")


def same_number(ours, theirs):
    ours, theirs = ours.lstrip("<>="), theirs.lstrip("<>=")
    if not ours or not theirs:
        return True
    a, b = float(ours), float(theirs)
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("ours")
    parser.add_argument("theirs")
    parser.add_argument("--refs", required=True)
    parser.add_argument("--name", default="the other")
    args = parser.parse_args()
    refs = Refs(args.refs)
    samples = survey(rows(args.export), refs)

    total = 0
    flags, hemolysis, numbers = Counter(), Counter(), Counter()
    by_analyte = defaultdict(Counter)
    examples = {}
    for given, judged, (code, flag, spoiled, number) in pairs(args.export, args.ours, args.theirs, refs):
        total += 1
        state = ours_state(judged)
        if state == flag:
            why = "same"
        else:
            why = explain(given, judged, state, code, flag, refs)
            examples.setdefault(("flag", why), f"line {judged['line']}: {state}, {args.name} {flag}")
        flags[why] += 1
        if flag in FLAGS or state in FLAGS:
            by_analyte[judged["analyte"] or code]["same" if state == flag else "other"] += 1
        why = explain_hemolysis(given, judged, code, spoiled, samples, refs)
        hemolysis[why] += 1
        if why == "unexplained":
            examples.setdefault(("hemolysis", why), f"line {judged['line']}: {judged['notices']!r}, {args.name} {spoiled!r}")
        # The job counts free hemoglobin in another unit than the program.
        if code and judged["analyte"] == refs.analyte[code] and code != "HIDX":
            if not same_number(judged["canonical_value"], number):
                numbers[explain_number(given, code, refs)] += 1

    for title, counts in (("Flag", flags), ("Hemolysis", hemolysis), ("Converted value, where not equal to 1e-9", numbers)):
        if not counts:
            continue
        print(f"\n| {title}: serumcheck against {args.name}, {total:,} rows | rows |\n|---|---:|")
        for why, count in sorted(counts.items(), key=lambda item: (item[0] != "same", -item[1])):
            print(f"| {why} | {count:,} |")
    print()
    flagged = sum(c["same"] + c["other"] for c in by_analyte.values())
    equal = sum(c["same"] for c in by_analyte.values())
    whole = sum(not c["other"] for c in by_analyte.values())
    print(f"Flagged by either: {flagged:,} rows of {len(by_analyte)} analytes; {equal:,} flags equal, in {whole} analytes all of them")
    print("\n| analyte | flags equal | other |\n|---|---:|---:|", file=sys.stderr)
    for analyte, count in sorted(by_analyte.items()):
        print(f"| {analyte} | {count['same']:,} | {count['other']:,} |", file=sys.stderr)
    for (what, why), example in sorted(examples.items()):
        print(f"{what}, {why}: {example}", file=sys.stderr)
    sys.exit(bool(flags["unexplained"] + hemolysis["unexplained"] + numbers["unexplained"]))


if __name__ == "__main__":
    main()
