"""speed.py ANNALS FILE FRESH SMALL: how annals compares with `wc -w` on a file, in one run: time, memory, twice and four times
the input, and a stream of small documents (SMALL, JSON Lines) on one thread and two.  Measures and asserts nothing."""

import os
import shutil
import statistics
import sys
import tempfile
import time

RUNS = 5


def once(command):
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"it failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def measure(commands):
    """The median of the runs of each, one command after the other so that all have the same weather."""
    runs = [[once(command) for command in commands] for _ in range(RUNS)]
    return [tuple(statistics.median(run[i][k] for run in runs) for k in range(3)) for i in range(len(commands))]


def row(name, size, result, base):
    seconds, cpu, memory = result
    print(f"  {name:<28} {seconds:8.3f} s {cpu:8.3f} s cpu {size / seconds / 1e6:8.1f} MB/s {seconds / base:6.2f} x wc"
          f" {memory / 1e6:8.1f} MB = {memory / size:.2f} x the input")


def repeated(path, times, folder):
    copy = os.path.join(folder, f"{times}.txt")
    with open(copy, "wb") as out:
        for _ in range(times):
            with open(path, "rb") as file:
                shutil.copyfileobj(file, out)  # in pieces: a child's peak begins with this program's
    return copy


def one_document(annals, path, what):
    size = os.path.getsize(path)
    print(f"{what}, one document of {size / 1e6:.1f} MB, one thread, median of {RUNS}")
    names = ("wc -w", "annals --to summary", "annals --to jsonl")
    commands = [["wc", "-w", path], *([annals, "-q", "--to", to, path] for to in ("summary", "jsonl"))]
    results = measure(commands)
    for name, result in zip(names, results):
        row(name, size, result, results[0][0])


def linearity(annals, path):
    print("twice and four times the input")
    with tempfile.TemporaryDirectory() as folder:
        for to in ("summary", "jsonl"):
            files = [repeated(path, times, folder) for times in (1, 2, 4)]
            results = measure([[annals, "-q", "--to", to, file] for file in files])
            times = ", ".join(f"{r[0]:.3f} s ({r[0] / results[0][0]:.2f} x)" for r in results)
            memory = ", ".join(f"{r[2] / os.path.getsize(f):.2f}" for r, f in zip(results, files))
            print(f"  --to {to:<10} {times}; memory over input {memory}")


def stream(annals, path):
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        count = sum(1 for _ in file)
    print(f"a stream of {count} documents, {size / 1e6:.1f} MB, on {os.cpu_count()} cores")
    for to in ("summary", "jsonl"):
        options = ["-q", "--from-format", "jsonl", "--to", to]
        results = measure([[annals, *options, "-j", jobs, path] for jobs in ("1", "2")])
        for jobs, (seconds, _, memory) in zip("12", results):
            print(f"  --to {to:<8} -j {jobs} {seconds:8.3f} s {results[0][0] / seconds:6.2f} x as fast as -j 1"
                  f" {memory / 1e6:8.1f} MB")


def main():
    annals, path, fresh, small = sys.argv[1:]
    one_document(annals, path, "prose")
    one_document(annals, fresh, "prose that never comes again")
    linearity(annals, path)
    stream(annals, small)


main()
