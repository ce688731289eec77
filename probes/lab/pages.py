#!/usr/bin/python3
"""Pages for comparing the built-in loader with an installed Chromium, and the comparison.

    pages.py prepare ROOT PORT            makes the pages below ROOT: hand-made ones, and documentation from installed packages
    pages.py measure ROOT FILE PAIRS COMMAND...
                                          loads each page PAIRS times with both engines in turn, and keeps what they said
    pages.py wire KEYS FILE COMMAND...    loads some of them while packets are recorded, and pairs the phases
    pages.py beside PACKAGES FILE PAIRS COMMAND...
                                          loads some of them with both engines and with puppeteer, whose packages are in a folder
    pages.py spent FILE PAIRS COMMAND...  loads some of them with both engines and keeps how much of the time was spent on the network
    pages.py table FILE WIRE-FILE BESIDE-FILE SPENT-FILE
                                          writes the comparison
"""
import html
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from urllib.parse import urlsplit

import beside
import spent
import wire

DOCUMENTS = "docs.shop.test"
STATIC = "static.shop.test"
ELSEWHERE = "cdn.other.test"

# name, folder of an installed package, pages in it
PACKAGES = [
    ("python", "/usr/share/doc/python3.11/html", ["index.html", "library/functions.html", "tutorial/index.html"]),
    ("django", "/usr/share/doc/python-django-doc/html", ["index.html", "intro/tutorial01.html", "ref/models/fields.html"]),
    ("flask", "/usr/share/doc/python-flask-doc/html", ["index.html", "quickstart/index.html", "quickstart.html"]),
    ("sqlalchemy", "/usr/share/doc/python-sqlalchemy-doc/html", ["index.html", "orm/quickstart.html"]),
    ("celery", "/usr/share/doc/python-celery-doc/html", ["index.html", "getting-started/introduction.html"]),
    ("black", "/usr/share/doc/python-black-doc/html", ["index.html", "the_black_code_style/current_style.html"]),
    ("rest-framework", "/usr/share/doc/python3-djangorestframework/html", ["index.html", "tutorial/quickstart/index.html"]),
    ("jinja", "/usr/share/doc/python-jinja2-doc/html", ["index.html", "templates/index.html", "templates.html"]),
    ("attrs", "/usr/share/doc/python-attr-doc/html", ["index.html", "examples.html"]),
    ("postgresql", "/usr/share/doc/postgresql-doc-15/html", ["index.html", "sql-select.html"]),
    ("git", "/usr/share/doc/git-doc", ["git.html", "git-log.html"]),
    ("sqlite", "/usr/share/doc/sqlite3", ["index.html", "lang_select.html"]),
    ("nettle", "/usr/share/doc/nettle-dev", ["nettle.html"]),
]


def main():
    verb, *rest = sys.argv[1:]
    if verb == "prepare":
        prepare(rest[0], int(rest[1]))
    elif verb == "measure":
        measure(rest[0], rest[1], int(rest[2]), rest[3:])
    elif verb == "wire":
        wire.measure(rest[0], rest[1], rest[2:])
    elif verb == "beside":
        beside.measure(rest[0], rest[1], int(rest[2]), rest[3:])
    elif verb == "spent":
        spent.measure(rest[0], int(rest[1]), rest[2:])
    elif verb == "table":
        table(json.load(open(rest[0])))
        wire.table(json.load(open(rest[1])))
        beside.table(json.load(open(rest[2])))
        spent.table(json.load(open(rest[3])))
    else:
        sys.exit(__doc__)


# --- pages

def prepare(root, port):
    shutil.rmtree(root, ignore_errors=True)
    os.makedirs(f"{root}/made")
    static, elsewhere = f"https://{STATIC}:{port}", f"https://{ELSEWHERE}:{port}"
    pages = made(f"{root}/made", static, elsewhere)
    for name, folder, names in PACKAGES:
        there = [each for each in names if os.path.exists(f"{folder}/{each}")]
        if there:
            subprocess.run(["cp", "-rs", folder, f"{root}/{name}"], check=True)
            for each in there:
                spread(f"{root}/{name}/{each}", name, static, elsewhere)
                pages.append(f"/{name}/{each}")
        else:
            print(f"pages.py: {name} is not installed here ({folder})", file=sys.stderr)
    json.dump(pages, open(f"{root}/pages.json", "w"))
    print(f"{len(pages)} pages", file=sys.stderr)


def spread(path, name, static, elsewhere):
    """Style sheets of a documentation page come from a second host, scripts from another site, as with many pages."""
    text = open(path, encoding="utf-8", errors="surrogateescape").read()
    depth = os.path.dirname(path.split(f"/{name}/", 1)[1])

    def absolute(host, reference):
        return f"{host}/{name}/" + os.path.normpath(os.path.join(depth, reference))

    text = re.sub(r'(<link[^>]+href=")((?:\.\./)*_static/[^":?#]+\.css[^"]*)"', lambda m: f'{m[1]}{absolute(static, m[2])}"', text)
    text = re.sub(r'(<script[^>]+src=")((?:\.\./)*_static/[^":?#]+\.js[^"]*)"', lambda m: f'{m[1]}{absolute(elsewhere, m[2])}"', text)
    os.unlink(path)  # a link to the package's file
    open(path, "w", encoding="utf-8", errors="surrogateescape").write(text)


def made(root, static, elsewhere):
    """Small pages of one feature each."""
    files(root)
    pages = {
        "plain": "<p>nothing else",
        "head": head('<link rel=stylesheet href=a.css><script src=a.js></script><script src=b.js defer></script><script src=c.js async></script>')
        + "<img src=1.png><img src=2.png>",
        "chain": head("<link rel=stylesheet href=import.css>") + "<p>styled",
        "hosts": head(f'<link rel=stylesheet href={static}/made/a.css><script src={elsewhere}/made/a.js></script>')
        + f"<img src={static}/made/1.png><img src={elsewhere}/made/2.png>",
        "fonts": head("<link rel=stylesheet href=font.css>") + '<p class=used>text</p>',
        "fonts-elsewhere": head(f"<link rel=preconnect href={elsewhere} crossorigin><link rel=stylesheet href={elsewhere}/made/font.css>")
        + '<p class=used>text</p>',
        "images": head("<link rel=stylesheet href=a.css>") + "".join(f'<img src="{n % 3 + 1}.png?{n}" width=200 height=200>' for n in range(30)),
        "srcset": head("") + '<img srcset="1.png 1x, 2.png 2x" src=3.png><img srcset="1.png?s 200w, 2.png?s 2000w" sizes="50vw" src=3.png?s>'
        '<picture><source media="(max-width: 500px)" srcset=1.png?p><source srcset=2.png?p><img src=3.png?p></picture>',
        "lazy": head("") + "<img src=1.png loading=lazy><div style=height:9000px></div><img src=2.png loading=lazy>",
        "preload": head("<link rel=preload as=font href=f.woff2 crossorigin><link rel=preload as=image href=1.png>"
                        "<link rel=preload as=script href=a.js><link rel=stylesheet href=font.css>") + "<p class=used>x</p><script src=a.js></script>",
        "module": head("<script type=module src=m.js></script><link rel=modulepreload href=n.js>") + "<p>x",
        "body-scripts": head("<link rel=stylesheet href=a.css>") + "<p>1</p><script src=a.js></script><p>2</p><script src=b.js></script><img src=1.png>",
        "media": head('<link rel=stylesheet href=a.css media=print><link rel=stylesheet href=b.css media="(min-width: 100px)">') + "<p>x",
        "background": head("<link rel=stylesheet href=background.css>") + "<div class=shown></div><div class=hidden></div>",
        "iframe": head("") + "<iframe src=head.html></iframe><iframe srcdoc='<img src=1.png?inner>'></iframe>",
        "inline-style": head("<style>@import 'a.css'; @font-face{font-family:F;src:url(f.woff2)} p{font-family:F;background:url(1.png)}</style>") + "<p>x",
        "picture-video": head("") + "<video poster=1.png></video><input type=image src=2.png><svg><image href=3.png /></svg>",
        "missing": head("<link rel=stylesheet href=none.css><script src=none.js></script>") + "<img src=none.png>",
        "redirect": head("<script src=/moved/a.js></script>") + "<img src=/moved/1.png>",
        "scripts-add": head("<script>document.write('<script src=a.js><\\/script>')</script><script src=adds.js></script>") + "<p>x",
        "hundred": head("".join(f'<link rel=stylesheet href="a.css?{n}">' for n in range(10)) + "".join(f'<script src="a.js?{n}"></script>' for n in range(20)))
        + "".join(f'<img src="{n % 3 + 1}.png?{n}">' for n in range(69)),
    }
    for name, body in pages.items():
        open(f"{root}/{name}.html", "w").write(f"<!doctype html><html><meta charset=utf-8><title>{html.escape(name)}</title>{body}</html>\n")
    return [f"/made/{name}.html" for name in pages]


def head(text):
    return f"<head>{text}</head><body>"


def files(root):
    def put(name, text):
        open(f"{root}/{name}", "w").write(text)

    put("a.css", "p { color: #123 }\n" * 300)
    put("b.css", "div { margin: 1px }\n" * 300)
    put("import.css", "@import 'middle.css';\np { margin: 2px }\n")
    put("middle.css", "@import url(a.css) screen;\n@import url(b.css) print;\n")
    put("font.css", "@font-face { font-family: F; src: url(f.woff2) format('woff2') }\n"
        "@font-face { font-family: G; src: url(g.woff2) format('woff2') }\n.used { font-family: F }\n.unused { font-family: G }\n")
    put("background.css", ".shown { background: url(1.png); height: 9px }\n.hidden { display: none; background: url(2.png) }\n.nowhere { background: url(3.png) }\n")
    for name in "abc":
        put(f"{name}.js", f"window.{name} = 1;\n" * 500)
    put("m.js", "import './n.js';\n")
    put("n.js", "export default 1;\n")
    put("adds.js", "var s = document.createElement('script'); s.src = 'b.js'; document.head.appendChild(s);\n")
    fonts = [os.path.join(at, each) for at, _, names in os.walk("/usr/share/fonts") for each in sorted(names) if each.endswith((".ttf", ".otf"))]
    for name in ("f.woff2", "g.woff2"):  # the content is sniffed, not the name
        shutil.copyfile(fonts[0], f"{root}/{name}")
    assets = os.path.join(os.path.dirname(os.path.abspath(__file__)), "site/assets")
    for name in ("1.png", "2.png", "3.png"):
        shutil.copyfile(f"{assets}/{name}", f"{root}/{name}")


# --- measuring

def measure(root, file, pairs, command):
    results = []
    only = re.compile(os.environ.get("PAGES", ""))
    for version, port in (("h2", 9443), ("http/1.1", 9444)):
        for page in json.load(open(f"{root}/pages.json")):
            if not only.search(f"{version} {page}"):
                continue
            url = f"https://{DOCUMENTS}:{port}{page}"
            said = {"builtin": [], "chrome": []}
            for turn in range(pairs):
                for engine in ("builtin", "chrome") if turn % 2 == 0 else ("chrome", "builtin"):
                    said[engine].append(load(command, engine, url))
            results.append({"page": page, "version": version, **said})
            print(line(results[-1]), file=sys.stderr, flush=True)
            json.dump(results, open(file, "w"))


def load(command, engine, url):
    done = subprocess.run([*command, "page", url, "--engine", engine, "--runs", "1", "--json", "--unredacted",
                           "--ca", os.environ["CURL_CA_BUNDLE"], *(["--no-sandbox"] if engine == "chrome" else [])],
                          capture_output=True, text=True, timeout=120)
    try:
        run = json.loads(done.stdout)["runs"][0]
    except (ValueError, LookupError):
        return {"failed": (done.stderr or done.stdout)[-500:], "status": done.returncode}
    return {"page": run.get("page", {}), "error": run.get("error"), "exchanges": [brief(each) for each in run["exchanges"]]}


def brief(exchange):
    kept = ("url", "status", "protocol", "initiator", "startNanos", "resourceType", "priority", "renderBlocking", "party", "deliveryType")
    phases = {name: timing.get("durationNanos") for name, timing in exchange["phases"].items() if timing.get("state") == "measured"}
    connection = exchange.get("connection") or {}
    return {**{name: exchange.get(name) for name in kept}, "phases": phases, "connection": connection.get("id"), "reused": connection.get("reused")}


# --- comparison

def urls(run):
    """What was asked for over the network; the icon is left out, headless browsers do not ask for it."""
    return {urlsplit(each["url"])._replace(fragment="").geturl(): each for each in run["exchanges"]
            if not each["url"].startswith(("data:", "blob:")) and not each["url"].endswith("/favicon.ico")}


def compare(result):
    ours = [each for each in result["builtin"] if "failed" not in each]
    theirs = [each for each in result["chrome"] if "failed" not in each]
    if not ours or not theirs:
        return None
    mine, chromes = urls(ours[0]), urls(theirs[0])
    both = mine.keys() & chromes.keys()
    return {
        "both": len(both), "ours": sorted(mine.keys() - both), "chromes": sorted(chromes.keys() - both),
        "initiator": sum(initiator(mine[url], ours[0]) == initiator(chromes[url], theirs[0]) for url in both),
        "priority": sum(mine[url]["priority"] == chromes[url]["priority"] for url in both),
        "priorities": sorted(f"{url.rsplit('/', 1)[1]}: {mine[url]['priority']}, {chromes[url]['priority']}"
                             for url in both if mine[url]["priority"] != chromes[url]["priority"]),
        "connections": (connections(ours[0]), connections(theirs[0])),
        "ratio": statistics.median(time(a) / time(b) for a, b in zip(ours, theirs) if time(a) and time(b)) if any(time(b) for b in theirs) else None,
        "times": (statistics.median(map(time, ours)) / 1e6, statistics.median(map(time, theirs)) / 1e6),
        "notes": ours[0]["page"].get("notes", []),
    }


def initiator(exchange, run):
    """Who named it: the URL, as engines name the kinds of initiators differently."""
    index = (exchange["initiator"] or {}).get("exchange")
    return run["exchanges"][index]["url"] if index is not None and index < len(run["exchanges"]) else None


def connections(run):
    return len({each["connection"] for each in run["exchanges"] if each["connection"] is not None})


def time(run):
    return run["page"].get("loadNanos") or 0


def line(result):
    found = compare(result)
    name = f"{result['version']:8} {result['page']}"
    if found is None:
        failed = [each.get("failed", "") for engine in ("builtin", "chrome") for each in result[engine]]
        return f"{name}: FAILED {[each for each in failed if each][:1]}"
    return (f"{name}: both {found['both']}, only ours {found['ours'][:3]}, only Chromium's {found['chromes'][:3]}, initiators {found['initiator']}, "
            f"priorities {found['priority']} {found['priorities'][:3]}, connections {found['connections']}, ratio {found['ratio'] and round(found['ratio'], 3)} "
            f"of {found['times'][0]:.0f} / {found['times'][1]:.0f} ms")


def table(results):
    print("# The built-in loader beside Chromium\n")
    print("By `probes/lab/pages.sh`: each page is loaded in turn with both engines, each time cold, in the lab at 40 ms (documents and style")
    print("sheets; the host of another site is 5 ms away). *Found* counts URLs that both asked for; initiators and priorities are those of them that agree.")
    print("*Time* is the median ratio of the load marks, ours to Chromium's, with both medians in ms. A load mark holds what the engine itself does: Chromium checks certificates,")
    print("parses, runs scripts and draws, here in software on two cores, with a film strip and a log of its network; the built-in loader does none of it but the first.")
    print("What can be compared is the time on the network (*What the time is made of*).\n")
    print("| page | version | found | only ours | only Chromium's | initiators | priorities | connections | time | the loader says |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    right = ours = chromes = 0
    ratios = []
    for result in results:
        found = compare(result)
        if found is None:
            print(f"| {result['page']} | {result['version']} | failed | | | | | | | |")
            continue
        scripts = any("may add requests" in note for note in found["notes"])
        if not scripts:
            right, ours, chromes = right + found["both"], ours + len(found["ours"]), chromes + len(found["chromes"])
        if found["ratio"]:
            ratios.append(found["ratio"])
        ratio = f"{found['ratio']:.2f} ({found['times'][0]:.0f} / {found['times'][1]:.0f})" if found["ratio"] else ""
        print(f"| {result['page']} | {result['version']} | {found['both']} | {short(found['ours'])} | {short(found['chromes'])} | {found['initiator']} | "
              f"{found['priority']} | {found['connections'][0]} / {found['connections'][1]} | {ratio} | {'; '.join(found['notes'])[:160]} |")
    everything = [each for each in map(compare, results) if each]
    both = sum(each["both"] for each in everything)
    print(f"\nOver all {len(everything)} pages, scripts or not: {both} URLs found by both, {sum(len(each['ours']) for each in everything)} by us alone, "
          f"{sum(len(each['chromes']) for each in everything)} by Chromium alone; of those {both} the same initiator for "
          f"{sum(each['initiator'] for each in everything)} and the same priority for {sum(each['priority'] for each in everything)}.")
    print(f"\nPages on which the loader names no script that may add requests: precision {right / max(1, right + ours):.3f}, recall {right / max(1, right + chromes):.3f}.")
    print(f"Median ratio of times over all pages {statistics.median(ratios):.2f}; within 10 %: {sum(abs(each - 1) <= .1 for each in ratios)} of {len(ratios)}.")


def short(addresses):
    names = [urlsplit(each).path.rsplit("/", 1)[1] or "/" for each in addresses]
    return str(len(names)) + (f": {', '.join(names[:3])}" + (" …" if len(names) > 3 else "") if names else "")


if __name__ == "__main__":
    main()
