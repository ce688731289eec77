"""Beside the bills of what was measured in the lab: the round trips that a capture of the same runs shows, and what the servers logged."""
import json
import statistics
import subprocess
import sys

PARTS = ["distance", "work", "transfer", "queue", "unexplained"]


def turns(capture):
    """How often the client sent something to a peer and something came back: by TCP stream and to the resolver, and how many streams."""
    fields = ["ip.src", "tcp.stream", "udp.stream", "tcp.len", "tcp.flags.syn", "udp.length", "frame.time_epoch"]
    command = ["tshark", "-n", "-r", capture, "-Y", "ip.addr==10.77.1.2 || udp.port==53", "-T", "fields", "-E", "separator=|"]
    for field in fields:
        command += ["-e", field]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    counts, last = {"dns": 0, "tcp": 0, "answers": 0}, {}
    for line in lines:
        source, tcp, udp, length, syn, datagram, _ = line.split("|")
        ours = source.endswith(".1")
        if syn in ("1", "True"):
            counts["tcp"] += 0 if ours else 1
        elif datagram or int(length or 0) > 0:
            stream = "dns" if datagram else tcp
            if last.get(stream, ours) and not ours:
                counts["dns" if datagram else "answers"] += 1
            last[stream] = ours
    return counts


def billed(command, snapshot, runs):
    """The bill of each run as the program prints it."""
    bills = []
    for run in range(1, runs + 1):
        done = subprocess.run([*command, "ledger", snapshot, "--run", str(run), "--json"], capture_output=True, text=True, check=True)
        bills.append(json.loads(done.stdout)["ledgers"][0])
    return bills


def trips(bill, layers, column="critical"):
    return sum(line[column]["trips"] for line in bill["lines"] if line["layer"] in layers)


def holds(bill):
    """Whether every line, and the lines together, add up to the nanosecond."""
    for column in ("all", "critical"):
        for amount in [bill[column], *(line[column] for line in bill["lines"])]:
            if sum(amount[part + "Nanos"] for part in PARTS) != amount["totalNanos"] or min(amount[part + "Nanos"] for part in PARTS) < 0:
                return False
        for part in [*PARTS, "total"]:
            if sum(line[column][part + "Nanos"] for line in bill["lines"]) != bill[column][part + "Nanos"]:
                return False
    return bill["wallNanos"] == bill["critical"]["totalNanos"]


def row(name, command, snapshot, capture, runs, logged):
    bills = billed(command, snapshot, runs)
    seen = turns(capture)
    median = lambda of: statistics.median(of(each) for each in bills)
    share = sorted(100 * each["critical"]["unexplainedNanos"] / each["wallNanos"] for each in bills)
    part = lambda name: median(lambda each: each["critical"][name + "Nanos"]) / 1e6
    ours = {"dns": sum(trips(each, ["dns"], "all") for each in bills), "tcp": sum(trips(each, ["tcp"], "all") for each in bills),
            "answers": sum(trips(each, ["tls", "request"], "all") for each in bills)}
    behind = [f"{trips(each, ['database'], 'all')}+{trips(each, ['cache'], 'all')}" for each in bills]
    return {"name": name, "runs": runs, "wall": median(lambda each: each["wallNanos"]) / 1e6, "trips": median(lambda each: each["critical"]["trips"]),
            "all": median(lambda each: each["all"]["trips"]), "parts": {each: part(each) for each in PARTS}, "share": share,
            "exact": all(map(holds, bills)), "billed": ours, "captured": seen, "behind": sorted(set(behind)), "logged": int(logged)}


def table(rows, runs):
    print("# Ledgers of the lab's pages\n")
    print(f"Taken by `probes/lab/ledger.sh {runs}`: pages of the lab, each asked for {runs} times cold over a link of 40 ms (2 ms to the database, 1 ms to the")
    print("cache, 10 ms to the resolver), packets recorded at the client meanwhile. Probes are joined with what nginx, the agent in Django and PostgreSQL")
    print("recorded; of pages (`page`, `static`) no server's record is read. Each run is billed by `lightfoot ledger --run N --json`; numbers are medians of the")
    print("runs in ms, along what was waited for. *Exact*: every line and both sums add up to the nanosecond in all runs, and none of their parts is negative.\n")
    print("| page | wall | trips waited for, in all | distance | work | transfer | queue | unexplained | of the wall time, median and worst | exact |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for each in rows:
        share = each["share"]
        parts = " | ".join(f"{each['parts'][name]:.1f}" for name in PARTS)
        print(f"| {each['name']} | {each['wall']:.1f} | {each['trips']:g}, {each['all']:g} | {parts} | "
              f"{statistics.median(share):.1f} %, {share[-1]:.1f} % | {'yes' if each['exact'] else 'NO'} |")
    print("\n## Trips beside the capture and the logs\n")
    print("Of all runs of a page together: how often something was sent and something came back, in the capture and as billed; database and cache calls of a run")
    print("as billed, and the statements that PostgreSQL itself logged meanwhile, by run.\n")
    print("| page | DNS billed, captured | TCP billed, captured | TLS and requests billed, captured | database + cache of a run | PostgreSQL logged of a run |")
    print("|---|---|---|---|---|---|")
    for each in rows:
        ours, seen = each["billed"], each["captured"]
        print(f"| {each['name']} | {ours['dns']}, {seen['dns']} | {ours['tcp']}, {seen['tcp']} | {ours['answers']}, {seen['answers']} | "
              f"{', '.join(each['behind'])} | {each['logged'] / each['runs']:g} |")


if __name__ == "__main__":
    if sys.argv[1] == "row":
        name, snapshot, capture, runs, logged = sys.argv[2:7]
        print(json.dumps(row(name, sys.argv[7:], snapshot, capture, int(runs), logged)))
    else:
        table([json.loads(line) for line in open(sys.argv[2])], sys.argv[3])
