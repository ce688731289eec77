"""Writes what advice.py measured as a document: advice by advice, and how often each rule was right. Usage: advice_table.py FOLDER RUNS"""
import json
import os
import platform
import sys
import time
from collections import defaultdict
from pathlib import Path
from advice_cases import BY_NAME

STATES = ("fault", "mended")


def found(result, which):
    """The rules that fired, those of a log of several routes included."""
    return {each["rule"] for part in parts(result, which) for each in part["found"]}


def parts(result, which):
    return [result[which]["findings"]] + ([result[which]["routes"]] if "routes" in result[which] else [])


def expected(case, which):
    own = {case.rule} - {None} if which == "fault" else set()
    return own | set(case.also) | (set(case.fault_also) if which == "fault" else set())


def why_not(result, which, rule):
    for part in parts(result, which):
        for each in part["notApplicable"]:
            if each["rule"] == rule:
                return each["reason"]
    return "in order"


def grade(prediction, grades):
    """The prediction as it is kept, with its grade where a later snapshot gave one."""
    return next((each for each in grades if each["snapshot"] == prediction["snapshot"] and each["changes"] == prediction["changes"]), prediction)


def millis(nanos):
    return f"{nanos / 1e6:.1f}"


def row(case, result, grades):
    names = found(result, "fault")
    own = [each for part in parts(result, "fault") for each in part["found"] if each["rule"] == case.rule]
    saving = own[0]["saving"] if own and own[0].get("saving") else None
    saves = "{} to {}, likely {}".format(*(f"{saving[key] / 1e6:.0f}" for key in ("lowNanos", "highNanos", "nanos"))) if saving else "–"
    before, measured = result["fault"][case.number], result["mended"][case.number]
    told = predicted(case, result, grades, measured)
    silent = "–" if case.rule is None else "yes" if case.rule not in found(result, "mended") else "**no**"
    seen = "no rule" if case.rule is None else f"{case.rule}: " + ("yes" if case.rule in names else "**no**")
    return [case.advice, f"`{case.name}`: {case.words}", seen, saves, f"{before}", *told, silent]


def predicted(case, result, grades, measured):
    """Cells: predicted and its interval, measured, inside, graded."""
    said = result.get("predicted")
    if not said:
        return ["no word for it", "", f"{measured}", ""]
    if "refused" in said:
        return ["refused", "", f"{measured}", ""]
    kept = grade(said, grades)
    after = kept["after"]
    if case.number == "first byte":
        return [millis(after["firstByteNanos"]) + " (first byte)", "", f"{measured}", "graded" if kept.get("grade") else "not graded"]
    interval = f"{millis(after['lowNanos'])}–{millis(after['highNanos'])}"
    given = kept.get("grade")
    if not given:
        return [millis(after["nanos"]), interval, f"{measured}", "not graded"]
    return [millis(after["nanos"]), interval, millis(given["measuredNanos"]), "yes" if given["inside"] else "**no**"]


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + ["| " + " | ".join(each) + " |" for each in rows])


def rules(results):
    """For each rule the pages where it was right, wrong, and silent without a reason."""
    right, wrong, missed = defaultdict(list), defaultdict(list), defaultdict(list)
    every = set()
    for name, result in results.items():
        for which in STATES:
            fired, wanted = found(result, which), expected(BY_NAME[name], which)
            page = f"{name}, {which}"
            for part in parts(result, which):
                every |= {each["rule"] for each in part["found"] + part["notApplicable"]} | set(part["inOrder"])
            for rule in fired & (wanted | set(BY_NAME[name].may)):
                right[rule].append(page)
            for rule in fired - wanted - set(BY_NAME[name].may):
                wrong[rule].append(page)
            for rule in wanted - fired:
                missed[rule].append(f"{page}: {why_not(result, which, rule)}")
    return every, right, wrong, missed


def share(part, whole):
    return f"{part} of {whole}" if whole else "–"


def document(folder, runs):
    results = json.loads((folder / "cases.json").read_text())
    failed = {name: each["failed"] for name, each in results.items() if "failed" in each}
    results = {name: each for name, each in results.items() if name in BY_NAME and "failed" not in each}
    grades = json.loads((folder / "grades.json").read_text())
    rows = [row(BY_NAME[name], result, grades) for name, result in results.items()]
    with_rule = [each for each in results if BY_NAME[each].rule]
    hit = sum(1 for each in with_rule if BY_NAME[each].rule in found(results[each], "fault"))
    silent = sum(1 for each in with_rule if BY_NAME[each].rule not in found(results[each], "mended"))
    graded = [grade(each["predicted"], grades) for each in results.values() if "snapshot" in each.get("predicted", {})]
    given = [each for each in graded if each.get("grade")]
    inside = sum(each["grade"]["inside"] for each in given)
    every, right, wrong, missed = rules(results)
    lines = [[rule, str(len(right[rule])), str(len(wrong[rule])), str(len(missed[rule])), share(len(right[rule]), len(right[rule]) + len(wrong[rule])),
              share(len(right[rule]), len(right[rule]) + len(missed[rule])), "; ".join(right[rule])] for rule in sorted(every)
             if right[rule] or wrong[rule] or missed[rule]]
    good, bad, lost = (sum(map(len, each.values())) for each in (right, wrong, missed))
    check = {which: results["select"][which]["check"] for which in STATES} if "select" in results else None
    print(TEXT.format(date=time.strftime("%Y-%m-%d"), machine=f"{platform.system()} {platform.release().split('-')[0]}, {os.cpu_count()} processors",
                      runs=runs, hit=share(hit, len(with_rule)), silent=share(silent, len(with_rule)), inside=share(inside, len(given)),
                      ungraded=len(graded) - len(given)))
    print(table(["advice", "page", "rule: found", "saves, ms", "before, ms", "predicted, ms", "interval", "measured, ms", "inside", "silent when mended"], rows))
    print(f"\n**assertNumQueries.** A budget of at most two trips to the database (`lightfoot check`) on `select`: {check['fault']['verdict']} with "
          f"{check['fault']['measured']} (exit {check['fault']['exit']}); mended: {check['mended']['verdict']} with {check['mended']['measured']} "
          f"(exit {check['mended']['exit']}).\n" if check else "")
    refused = [f"- `{name}`: {each['predicted']['refused']}" for name, each in results.items() if "refused" in each.get("predicted", {})]
    print("\n".join(["Refused by what-if:"] + refused + [""]) if refused else "")
    print(RULES.format(pages=2 * len(results), precision=share(good, good + bad), recall=share(good, good + lost)))
    print(table(["rule", "right", "wrong", "missed", "precision", "recall", "right on"], lines))
    for title, pages in (("Wrong", wrong), ("Missed", missed)):
        print(f"\n**{title}.** " + ("; ".join(f"{rule} ({', '.join(each)})" for rule, each in sorted(pages.items()) if each) or "none") + ".")
    idle = sorted(rule for rule in every if not right[rule] and not missed[rule])
    print(f"\n**No page of the lab exercises** {len(idle)} rules: {', '.join(idle)}.")
    for name, fault in failed.items():
        print(f"\n`{name}` could not be measured: {fault}")


TEXT = """# Advice: found, predicted, mended, graded

Taken on {date} on {machine}, by `probes/lab/advice.sh`: {runs} cold runs a page (whole pages: 6), client 40 ms from the web server, database 2 ms and
caches 1 ms behind it, a second way to either of 20 ms.

**Method.** Each page has one known fault. `lightfoot stack`, `probe` or `page` measures it and keeps the snapshot; `findings` names what it costs;
`what-if` predicts the change from that snapshot alone; then the page is really mended **under the same URL** (a file that the site looks for, other
lines of nginx.conf, another record of the zone) and measured again; `what-if --grades` grades what was kept. What each page has to be found
for was written down before it was measured (`lab/advice_cases.py`; what was changed after a look stands at the end). *Saves* is the finding's own range, *inside* the grade from the store.

| | |
|---|---|
| rules that found the fault of their page | {hit} |
| silent when it was mended | {silent} |
| graded predictions inside their 90 % interval | {inside} |
| predictions that nothing graded | {ungraded} |
"""

RULES = """## Rules
Over {pages} snapshots (each page with its fault and mended): of all findings {precision} were right, of all that was to be found {recall} were found. A finding that
`advice_cases.py` does not expect on that page is wrong, whatever it says; what it allows there (`may`: Django's clients of memcached connect for each request) is right,
and not missed where it is too cheap for a word.
"""

if __name__ == "__main__":
    document(Path(sys.argv[1]), sys.argv[2])
