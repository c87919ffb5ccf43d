#!/usr/bin/env python3
"""Runs serumcheck side by side with DuckDB and Polars, and writes the tables of benches/README.md.

  python3 benches/side_by_side.py --kit DIRECTORY [--work DIRECTORY] [--rounds 5] [--sizes 100000,1000000,10000000]

The kit is the folder with bench.py, the generator and the same job for the other engines. Everything that is built or
generated goes to --work (a temporary folder otherwise, removed at the end): the kit, the exports, a Python with
duckdb and polars where this one has none. Contenders take turns round by round, so ratios hold on a busy machine
where times do not.
"""
import argparse
import contextlib
import csv
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
OTHERS = {"duckdb tuned": "DuckDB", "polars": "Polars"}
FLOOR = "floor (csv crate, read only)"


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(command, **options):
    say("  " + " ".join(command))
    return subprocess.run(command, check=True, **options)


def build(kit, work):
    """Paths of the kit's programs, of ours, and of a Python with the other engines."""
    kit_programs = os.path.join(work, "kit", "release")
    run(["cargo", "build", "--release"], cwd=kit, env={**os.environ, "CARGO_TARGET_DIR": os.path.dirname(kit_programs)})
    run(["cargo", "build", "--release", "--bin", "serumcheck", "--example", "refs"], cwd=ROOT)
    told = run(["cargo", "metadata", "--format-version", "1", "--no-deps"], cwd=ROOT, capture_output=True, text=True)
    programs = os.path.join(json.loads(told.stdout)["target_directory"], "release")
    python = sys.executable
    if subprocess.run([python, "-c", "import duckdb, polars"], capture_output=True).returncode:
        python = os.path.join(work, "venv", "bin", "python")
        if not os.path.exists(python):
            run([sys.executable, "-m", "venv", os.path.join(work, "venv")])
            run([python, "-m", "pip", "install", "--quiet", "duckdb", "polars", "pandas", "pyarrow"])
    return kit_programs, programs, python


def generate(kit_programs, work, rows, refs=None):
    """An export of so many rows; with `refs`, in the names, units and codes of those tables."""
    path = os.path.join(work, f"{'own' if refs else 'kit'}_{rows}.csv")
    if not os.path.exists(path):
        env = {**os.environ, "REFS": refs} if refs else None
        run([os.path.join(kit_programs, "gen"), str(rows), path], env=env)
    return path


def race(args, kit_programs, programs, python, path, rows):
    """All rounds of one file: who, and wall, CPU and memory of each round. A large file takes fewer."""
    rounds, warm = (args.rounds, 1) if rows < 5_000_000 else (min(args.rounds, 3), 0)
    out = os.path.join(args.work, f"race_{rows}.json")
    ours = f"{programs}/serumcheck check {{in}} --to csv -o {{out}}"
    command = [sys.executable, os.path.join(args.kit, "bench.py"), path, "--ours", ours, "--only", ",".join(OTHERS)]
    command += ["--bin", kit_programs, "--python", python, "--rounds", str(rounds)]
    command += ["--warm", str(warm), "--tmp", args.outputs, "--out", out]
    run(command, stdout=subprocess.DEVNULL)
    with open(out) as file:
        return json.load(file)


def race_lines(result):
    runs, rows = result["runs"], result["rows"]
    ours = runs["ours"]

    def over(name, key):
        return statistics.median(other[key] / own[key] for other, own in zip(runs[name], ours))

    def median(name, key):
        return statistics.median(figures[key] for figures in runs[name])

    ratios = [f"{over(name, 'wall'):.1f}" for name in OTHERS]
    cpu = [f"{over(name, 'cpu'):.1f}" for name in OTHERS]
    memory = [f"{median(name, 'rss_mb'):,.0f}" for name in ("ours", *OTHERS)]
    cells = [f"{rows:,}", *ratios, *cpu, f"{over(FLOOR, 'wall'):.2f}", f"{over(FLOOR, 'cpu'):.2f}"]
    per_cpu = statistics.median(rows / figures["cpu"] for figures in ours) / 1e6
    return "| " + " | ".join([*cells, f"{per_cpu:.2f}", *memory]) + " |"


def start_up(programs, work, rounds=60):
    """Median milliseconds of a ten-row file, of --version, and of their paired difference."""
    path = os.path.join(work, "ten.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("analyte,value,unit,sex,age\n" + "Sodium,139,mmol/L,F,61\n" * 10)
    program = os.path.join(programs, "serumcheck")

    def once(arguments):
        begin = time.perf_counter()
        subprocess.run([program, *arguments], check=True, capture_output=True)
        return 1000 * (time.perf_counter() - begin)

    pairs = [(once(["check", path, "--to", "csv"]), once(["--version"])) for _ in range(rounds)]
    ten, version = (statistics.median(column) for column in zip(*pairs))
    return ten, version, statistics.median(a - b for a, b in pairs)


def beside_csv(programs, path, outputs, rounds, asked):
    """Processor time and bytes of something else that is asked for by those of the CSV, medians, and its memory in MB."""

    def once(asked):
        out = os.path.join(outputs, "beside.out")
        command = [os.path.join(programs, "serumcheck"), "check", path, *asked, "-o", out]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        if os.waitstatus_to_exitcode(status) > 1:
            sys.exit(f"{' '.join(command)} failed")
        size = os.path.getsize(out)
        os.remove(out)
        return used.ru_utime + used.ru_stime, size, used.ru_maxrss / 1024

    rows = [(once(["--to", "csv"]), once(asked)) for _ in range(rounds)]
    by = [statistics.median(other[at] / csv[at] for csv, other in rows) for at in (0, 1)]
    return *by, statistics.median(other[2] for _, other in rows)


def without_limits(path):
    """The same export with the printed limits and flags taken out, so that the reference data judges."""
    bare = path.replace(".csv", "_bare.csv")
    with open(path, newline="", encoding="utf-8") as source, open(bare, "w", newline="", encoding="utf-8") as target:
        reader = csv.DictReader(source)
        writer = csv.DictWriter(target, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "ref_low": "", "ref_high": "", "flag": ""} for row in reader)
    return bare


def answers(args, programs, python, path, refs):
    """Tables of differences: one set where the other engines agree, else one for each."""
    told = {}
    ours = os.path.join(args.outputs, "answer.csv")
    run([os.path.join(programs, "serumcheck"), "check", path, "--to", "csv", "-o", ours], stderr=subprocess.DEVNULL)
    for name, shown in OTHERS.items():
        engine, *mode = name.split()
        theirs = os.path.join(args.outputs, engine + ".csv")
        job = os.path.join(args.kit, "py", engine + "_job.py")
        run([python, job, path, theirs, *mode], env={**os.environ, "REFS": refs})
        compare = [sys.executable, os.path.join(HERE, "compare.py"), path, ours, theirs, "--refs", refs, "--name", shown]
        result = subprocess.run(compare, capture_output=True, text=True)
        if result.returncode > 1 or not result.stdout:
            sys.exit(result.stderr)
        told[shown] = result.stdout.strip()
    both = " and ".join(told)
    alike = {text.replace(name, both) for name, text in told.items()}
    return [*alike] if len(alike) == 1 else [*told.values()]


def machine():
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 1024**2
    load = os.getloadavg()[0]
    quiet = "otherwise idle" if load < 0.5 else f"not quiet: {load:.0f} other processes wanted to run at the start"
    return f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {os.uname().sysname}; {quiet}"


def put(marker, text):
    """Replaces what stands between the markers of the README."""
    path = os.path.join(HERE, "README.md")
    with open(path, encoding="utf-8") as file:
        before, rest = file.read().split(f"<!-- {marker} -->\n")
        after = rest.split(f"<!-- end of {marker} -->")[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}<!-- {marker} -->\n{text}\n<!-- end of {marker} -->{after}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kit", required=True)
    parser.add_argument("--work")
    parser.add_argument("--outputs", help="where answers go; a memory-backed folder keeps the disk out of the figures")
    parser.add_argument("--sizes", default="100000,1000000,10000000", help="rows of the exports; none: no times")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--compared", type=int, default=1_000_000, help="rows of the exports whose answers are compared; 0: none")
    args = parser.parse_args()
    with contextlib.ExitStack() as stack:
        args.work = os.path.abspath(args.work or stack.enter_context(tempfile.TemporaryDirectory()))
        args.outputs = os.path.abspath(args.outputs or os.path.join(args.work, "outputs"))
        args.kit = os.path.abspath(args.kit)
        os.makedirs(args.outputs, exist_ok=True)
        kit_programs, programs, python = build(args.kit, args.work)
        where, day = machine(), datetime.date.today()
        versions = subprocess.run(
            [python, "-c", "import duckdb, polars; print(f'DuckDB {duckdb.__version__}, Polars {polars.__version__}')"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()  # fmt: skip
        heads = ["rows", "× DuckDB", "× Polars", "× DuckDB, CPU", "× Polars, CPU", "of the floor", "of the floor, CPU"]
        heads += ["M rows per CPU s", "MB", "DuckDB MB", "Polars MB"]
        lines = [f"{day}; {where}; {versions}; medians of {args.rounds} rounds ({min(args.rounds, 3)} from 5 million rows on).\n"]
        lines += ["| " + " | ".join(heads) + " |", "|---:" * len(heads) + "|"]
        sizes = [int(size) for size in args.sizes.split(",") if size]
        for rows in sizes:
            path = generate(kit_programs, args.work, rows)
            lines.append(race_lines(race(args, kit_programs, programs, python, path, rows)))
            say(lines[-1])
        if 1_000_000 in sizes:
            path = generate(kit_programs, args.work, 1_000_000)
            for name, asked in [("JSON lines", ["--to", "jsonl"]), ("CSV with `--derive`", ["--to", "csv", "--derive"])]:
                time, size, memory = beside_csv(programs, path, args.outputs, args.rounds, asked)
                lines.append(f"\n{name}, 1,000,000 rows: {time:.1f} times the processor time of the CSV for {size:.1f} times its bytes, {memory:.0f} MB.")
        ten, version, more = start_up(programs, args.work)
        lines.append(f"\nTen rows: {ten:.1f} ms from start to end, `--version` {version:.1f} ms; {more:.1f} ms more.")
        if sizes:
            put("speed", "\n".join(lines))
        if args.compared:
            refs = os.path.join(args.work, "refs")
            run([os.path.join(programs, "examples", "refs"), refs], stdout=subprocess.DEVNULL)
            kit = generate(kit_programs, args.work, args.compared)
            own = without_limits(generate(kit_programs, args.work, args.compared, refs))
            text = [f"{day}.", "#### Limits printed on every row", *answers(args, programs, python, kit, refs)]
            text += ["#### No printed limits, names and units of our own data", *answers(args, programs, python, own, refs)]
            put("answers", "\n\n".join(text))


if __name__ == "__main__":
    main()
