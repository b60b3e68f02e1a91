"""Runs on the host between the harness and user-mode-linux, and outlives neither.

Ends the machine, with every process that it made, and removes the lab's directory: when the machine has ended, when
the harness has, whatever way, and on SIGTERM.

Usage: keeper.py HARNESS_PID LAB_DIRECTORY MACHINE ARGUMENTS...
"""
import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys

PR_SET_CHILD_SUBREAPER = 36
# How long a machine may take to power off by itself once its console has ended, in milliseconds.
GRACE = 3000


def ended(descriptor, milliseconds):
    poller = select.poll()
    poller.register(descriptor, select.POLLIN)
    return bool(poller.poll(milliseconds))


def children():
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return [int(pid) for pid in file.read().split()]


def end_all(group):
    # Processes that lost their parent come to this one; so none is missed.
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass
    while True:
        for pid in children():
            os.kill(pid, signal.SIGKILL)
        try:
            os.wait()
        except ChildProcessError:
            return


def main():
    harness, directory, *command = sys.argv[1:]
    # Ctrl-C is for the harness, which ends the lab in its own time.
    os.setsid()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    stop_read, stop_write = os.pipe()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: os.write(stop_write, b"!"))
    machine = None
    try:
        watched = os.pidfd_open(int(harness))
        machine = subprocess.Popen(command, start_new_session=True)
        # The machine alone holds its console, so that its end is seen.
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        own = os.pidfd_open(machine.pid)
        poller = select.poll()
        for descriptor in (watched, own, stop_read):
            poller.register(descriptor, select.POLLIN)
        found = {descriptor for descriptor, _ in poller.poll()}
        if watched in found:
            ended(own, GRACE)
    finally:
        if machine is not None:
            end_all(machine.pid)
        shutil.rmtree(directory, ignore_errors=True)


main()
