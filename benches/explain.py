"""Why two answers to one row differ. Each class is checked on the row itself before it is believed."""
import csv
import os
import re

NUMBER = re.compile(r"\s*([<>]?)=?\s*([0-9.]+(?:[eE][-+]?\d+)?)\s*$")
TOLERANCE = 1e-9


class Refs:
    """The tables that the other engine judged with."""

    def __init__(self, directory):
        def table(name):
            with open(os.path.join(directory, name), newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file))

        def limit(cell, default):
            return float(cell) if cell else default

        infinite = float("inf")
        self.alias = {r["key"]: r["code"] for r in table("aliases.csv")}
        self.loinc = {r["loinc"]: r["code"] for r in table("loinc.csv")}
        self.factor = {(r["code"], r["unit_key"]): float(r["factor"]) for r in table("units.csv")}
        self.threshold = {r["code"]: limit(r["hemo_threshold"], None) for r in table("analytes.csv")}
        self.limits = {
            (r["code"], r["sex"], r["age"]): (
                float(r["low"]),
                float(r["high"]),
                limit(r["crit_low"], -infinite),
                limit(r["crit_high"], infinite),
            )
            for r in table("ranges_by_age.csv")
        }
        self.condition = {(r["key"], r["code"]) for r in table("conditions.csv")}
        codes = table("codes.csv")
        self.analyte = {r["code"]: r["analyte"] for r in codes}
        self.plausible = {r["analyte"]: (float(r["plausible_low"]), float(r["plausible_high"])) for r in codes}
        self.codes = {}
        for r in codes:
            self.codes.setdefault(r["analyte"], []).append(r["code"])

    def states_condition(self, name, analyte):
        """Does the name say under which condition the sample was taken ("fasting")?"""
        keys = {name.strip().lower(), name.split("(")[0].strip().lower()}
        return any((key, code) in self.condition for key in keys for code in self.codes.get(analyte, []))

    def code(self, row):
        return self.alias.get(row["analyte"].strip().lower()) or self.loinc.get(row["loinc"])


def number(value):
    """Comparator and number of a cell, or nothing."""
    found = NUMBER.match(value)
    return (found[1], float(found[2])) if found else None


def ours_state(judged):
    """Our answer in the words of the job: a flag, or why there is none."""
    if judged["flag"]:
        return judged["flag"]
    notices = set(judged["notices"].split())
    for state, codes in (
        ("UNKNOWN_ANALYTE", {"analyte-unknown", "analyte-ambiguous", "loinc-disagrees"}),
        ("IDX", {"sample-index"}),
        ("NO_VALUE", {"result-absent", "not-numeric", "number-unreadable"}),
        ("UNKNOWN_UNIT", {"unit-missing", "unit-unknown", "unit-not-for-analyte", "unit-conflict"}),
        ("IND", {"flag-undetermined"}),
        ("NO_RANGE", {"no-interval", "no-transferable-interval", "condition-needed", "age-missing", "sex-missing"}),
    ):
        if notices & codes:
            return state
    return "withheld"


def by_job(operator, v, limits):
    """The job's flag."""
    low, high, critical_low, critical_high = limits
    if operator == "<":
        return "LL" if v <= critical_low else "L" if v <= low else "N" if low == 0 and v <= high else "IND"
    if operator == ">":
        return "HH" if v >= critical_high else "H" if v >= high else "IND"
    return "LL" if v <= critical_low else "HH" if v >= critical_high else "L" if v < low else "H" if v > high else "N"


def by_all_values(operator, v, limits):
    """An inequality is flagged if all its values get the same flag; none lies below zero."""
    low, high, critical_low, critical_high = limits
    if operator == "<" and v <= critical_low or operator == ">" and v >= critical_high:
        return "LL" if operator == "<" else "HH"

    def place(end, side):
        below, above = end < low or end == low and side < 0, end > high or end == high and side > 0
        return "L" if below else "H" if above else "N"

    if operator == "<":
        ends = {place(0.0, 0), place(v, -1)}
    else:
        ends = {place(v, 1), "H" if high < float("inf") else "N"}
    return ends.pop() if len(ends) == 1 else "IND"


def on_a_limit(v, limits):
    return any(abs(v - end) <= TOLERANCE * max(abs(v), abs(end)) for end in limits if abs(end) != float("inf"))


def explain(given, judged, ours, code, theirs, refs):
    """The class of a difference between two flags."""
    notices = set(judged["notices"].split())
    read = number(given["value"])
    analyte = judged["analyte"]
    if judged["range_source"] == "report":
        return "judged by the limits printed on the row" if printed(given, judged, ours, read) else "unexplained"
    if "interval-unit-doubtful" in notices:
        return "printed limits fit another unit: nothing judges"
    canonical = number(judged["canonical_value"])
    if "implausible-value" in notices and canonical:
        low, high = refs.plausible[analyte]
        return "unexplained" if low <= canonical[1] <= high else "not believable: not flagged"
    if ours == "UNKNOWN_ANALYTE":
        return unresolved(given, notices, refs)
    if ours in ("LL", "L", "N", "H", "HH", "IND") and refs.states_condition(given["analyte"], analyte):
        own = own_limits(judged, refs)
        same = own and canonical and ours in (by_job(*canonical, own), by_all_values(*canonical, own))
        same = same or own and canonical and ours == "N" and on_a_limit(canonical[1], own)
        critical = ours in ("LL", "HH") and "critical-limit" in notices
        return "the name states a condition: its own interval" if same or critical else "unexplained"
    if theirs in ("UNKNOWN_ANALYTE", "UNKNOWN_UNIT") or (code and refs.analyte[code] != analyte):
        return understood(given, judged, ours, theirs, canonical, refs)
    if ours == "UNKNOWN_UNIT" and "unit-conflict" in notices:
        return "two units on the row: neither is taken"
    if ours == "NO_VALUE" and given["value"].strip().isalpha():
        return "a word for a spoiled sample is a reason, not a value"
    limits = refs.limits.get((code, given["sex"], given["age"]))
    if limits and canonical:
        operator, v = canonical
        if read and read[0] and by_all_values(operator, v, limits) == ours:
            return "inequality: flagged only if all its values agree"
        if on_a_limit(v, limits):
            return "on the limit: exact after conversion, or the limit itself is outside"
    if theirs == "NO_RANGE":
        if "limits-combined" in notices and (not given["sex"] or not given["age"] or given["age"] == "0"):
            return "sex or age not known closely: every interval that may hold agrees"
        if ours in ("LL", "HH") and "critical-limit" in notices:
            return "critical limit without an interval for this person"
    return "unexplained"


def printed(given, judged, ours, read):
    """Do the printed limits, and the critical list, give our flag?"""
    if not read:
        return False
    if ours in ("LL", "HH"):
        return "critical-limit" in judged["notices"].split()
    infinite = float("inf")
    low = float(judged["low"]) if judged["low"] else 0.0
    high = float(judged["high"]) if judged["high"] else infinite
    flag = by_all_values if read[0] else by_job
    return flag(read[0], read[1], (low, high, -infinite, infinite)) == ours


def own_limits(judged, refs):
    """The limits that we name, in the canonical unit."""
    infinite = float("inf")
    for code in refs.codes.get(judged["analyte"], []):
        factor = refs.factor.get((code, judged["limit_unit"].strip().lower()))
        if factor:
            low = float(judged["low"]) * factor if judged["low"] else 0.0
            high = float(judged["high"]) * factor if judged["high"] else infinite
            return low, high, -infinite, infinite
    return None


def unresolved(given, notices, refs):
    """We name no analyte, and the other does."""
    by_name, by_loinc = refs.alias.get(given["analyte"].strip().lower()), refs.loinc.get(given["loinc"])
    if "loinc-disagrees" in notices and by_name and by_loinc and refs.analyte[by_name] != refs.analyte[by_loinc]:
        return "name and LOINC code disagree: neither is taken"
    if "analyte-ambiguous" in notices and given["loinc"] and not by_loinc:
        return "LOINC code unknown: it may state another specimen"
    if "analyte-ambiguous" in notices and by_name and not given["loinc"]:
        return "name that another unit would settle"
    return "unexplained"


def understood(given, judged, ours, theirs, canonical, refs):
    """We read a name or a unit that the other's table does not spell; with it the job itself answers as we do."""
    code = refs.code(given)
    what = "name" if not code or refs.analyte[code] != judged["analyte"] else "unit"
    if what == "unit" and theirs != "UNKNOWN_UNIT":
        return "unexplained"
    if ours in ("IDX", "NO_VALUE", "UNKNOWN_UNIT", "NO_RANGE", "IND"):
        return f"{what} understood in another spelling"
    for other in refs.codes.get(judged["analyte"], []):
        limits = refs.limits.get((other, given["sex"], given["age"]))
        if limits and canonical and ours in (by_job(*canonical, limits), by_all_values(*canonical, limits)):
            return f"{what} understood in another spelling"
    if "limits-combined" in judged["notices"].split():
        return f"{what} understood in another spelling"
    return "unexplained"


def explain_number(given, code, refs):
    """The class of a difference between two converted values of one analyte."""
    by_loinc = refs.loinc.get(given["loinc"])
    if by_loinc and by_loinc != code and refs.analyte[by_loinc] == refs.analyte[code]:
        return "the LOINC code says which molecule is weighed, the name does not"
    return "unexplained"


WORD = re.compile("ha?emoly", re.IGNORECASE)
NAMED = re.compile(r"\s*(ha?emolysis|h)[- ]index\b", re.IGNORECASE)


class Sample:
    """What the rows of a sample say of hemolysis: the highest index in mg/dL, with and without the rows whose LOINC
    code nobody knows, the highest under a name that the flat tables lack, and whether there are words."""

    def __init__(self):
        self.index, self.plain_index, self.named_index, self.words = 0.0, 0.0, 0.0, False


def survey(rows, refs):
    """The samples about which something is said."""
    samples = {}
    for row in rows:
        words = any(WORD.search(row[cell]) for cell in ("comment", "value"))
        index = named = 0.0
        code = refs.code(row)
        if code == "HIDX" or (not code and NAMED.match(row["analyte"])):
            factor, read = refs.factor.get(("HIDX", row["unit"].strip().lower())), number(row["value"])
            index = read[1] * factor if factor and read else 0.0
            if not code:
                index, named = 0.0, index
        if words or max(index, named) >= 20:
            known = samples.setdefault(row["sample_id"], Sample())
            known.index = max(known.index, index)
            known.named_index = max(known.named_index, named)
            known.words |= words
            if not row["loinc"] or row["loinc"] in refs.loinc:
                known.plain_index = max(known.plain_index, index)
    return samples


def explain_hemolysis(given, judged, code, theirs, samples, refs):
    """The class of a difference in what the sample does to the result."""
    notices = set(judged["notices"].split())
    about = {n for n in notices if n.startswith("hemolysis-") and n not in ("hemolysis-suspected", "hemolysis-not-visible")}
    ours = bool(about) and judged["usability"] != "usable"
    if bool(theirs) == ours:
        return "both mark the result" if theirs else "neither marks it"
    sample = samples.get(given["sample_id"]) or Sample()
    threshold = refs.threshold.get(code)
    if ours:
        if "hemolysis-gross" in notices and sample.words:
            return "gross hemolysis: every serum result of the sample"
        if not judged["analyte"]:
            spoiled = sample.words or max(sample.index, sample.named_index) >= 20
            return "a test nobody knows, in a hemolyzed sample" if spoiled else "unexplained"
        if not code:
            return "name understood in another spelling"
        if sample.named_index >= (threshold or float("inf")):
            return "index under a name that the flat tables lack"
        return "unexplained"
    if number(given["value"]) is None:
        return "no number on the row: nothing to mark"
    if not judged["analyte"]:
        return "no analyte named: nothing to mark"
    if sample.index >= threshold > sample.plain_index:
        return "index under an unknown LOINC code: it may be of another specimen"
    if theirs == "SUSPECT" and sample.words and sample.index < threshold:
        return "a word is a band of free hemoglobin: this one ends below what disturbs the analyte"
    return "unexplained"
