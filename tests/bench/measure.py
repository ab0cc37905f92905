"""measure.py RUNS COMMAND...: run it RUNS times; print the median of its wall times and the most memory it took."""

import os
import resource
import statistics
import sys
import time


def run(command):
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status:
        sys.exit(f"exit status {status}: {' '.join(command)}")
    return time.perf_counter() - start


runs, command = int(sys.argv[1]), sys.argv[2:]
times = [run(command) for _ in range(runs)]
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{statistics.median(times):7.3f} s {peak:6.0f} MB")
