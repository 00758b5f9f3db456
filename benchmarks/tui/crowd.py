"""Processes that sleep, so that htop has a list to move in; they end with the one that asked for them."""

import ctypes
import os
import signal
import sys

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main(count: int):
    libc = ctypes.CDLL(None)
    for _ in range(count):
        if os.fork() == 0:
            libc.prctl(DIE_WITH_PARENT, signal.SIGKILL)
            signal.pause()
    print("ready", flush=True)
    sys.stdin.read()
    os.killpg(0, signal.SIGKILL)


main(int(sys.argv[1]))
