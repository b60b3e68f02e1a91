"""A node: a thread that starts what runs in it. In a machine it is in a network and a mount namespace of its own, so
that what it starts is inside without help; in a container there is nothing to enter."""
import os
import queue
import subprocess
import threading
import time

import machine

OWN_DIRECTORIES = ("/run", "/tmp", "/etc/frr")
DAEMON_DIRECTORY = "/usr/lib/frr"
DAEMON_PATIENCE = 60
# Looking costs what the daemons need: one processor runs them all.
DAEMON_LOOK = 0.1
# Octets of what the kernel tells zebra that may wait for it. Where it overflows zebra ends, and a busy one lets it wait.
OPTIONS = {"zebra": ["-s", "90000000"]}


class Node:
    def __init__(self, plan):
        self.plan = plan
        self.name = plan["name"]
        self._jobs = queue.SimpleQueue()
        threading.Thread(target=self._work, daemon=True).start()

    def post(self, job):
        """Has the node's thread do it, in turn."""
        self._jobs.put(job)

    def _work(self):
        while True:
            self._jobs.get()()

    def enter(self):
        namespace = os.open(f"/run/netns/{self.name}", os.O_RDONLY)
        machine.unshare(machine.CLONE_NEWNS)
        machine.setns(namespace, machine.CLONE_NEWNET)
        os.close(namespace)
        for directory in OWN_DIRECTORIES:
            machine.mount("tmpfs", directory, "tmpfs")
        # A file system of the kernel's devices shows those of the network that mounted it.
        machine.mount("sysfs", "/sys", "sysfs")
        os.chmod("/tmp", 0o1777)
        for name, value in self.plan["sysctls"].items():
            with open("/proc/sys/" + name.replace(".", "/"), "w") as setting:
                setting.write(value)

    def furnish(self):
        user, group = machine.frr_ids()
        os.makedirs("/run/frr", 0o755, exist_ok=True)
        os.chown("/run/frr", user, group)
        for path, text in self.plan["files"].items():
            self.write(path, text.encode())

    def wire(self):
        machine.ip_batch(["link set lo up", *self.plan["wiring"]])

    def spawn(self, argv, **streams):
        return subprocess.Popen(argv, start_new_session=True, cwd="/", **streams)

    def start_daemons(self):
        daemons = self.plan["daemons"]
        if "zebra" in daemons:
            self._start("zebra", "/run/frr/zserv.api")
        others = [name for name in daemons if name != "zebra"]
        for name in others:
            self._launch(name)
        for name in others:
            self._await(name, f"/run/frr/{name}.vty")

    def _start(self, name, sign):
        self._launch(name)
        self._await(name, sign)

    def _launch(self, name):
        with open(f"/tmp/{name}.log", "wb") as log:
            self.spawn(
                [f"{DAEMON_DIRECTORY}/{name}", "-f", "/etc/frr/frr.conf", "-P", "0", *OPTIONS.get(name, [])],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _await(self, name, sign):
        end = time.monotonic() + DAEMON_PATIENCE
        while not os.path.exists(sign):
            if time.monotonic() > end:
                with open(f"/tmp/{name}.log", errors="replace") as log:
                    raise RuntimeError(f"{self.name}: {name} does not answer; it said: {log.read()[-2000:]}")
            time.sleep(DAEMON_LOOK)

    def write(self, path, data):
        machine.require_own(path, OWN_DIRECTORIES)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        part = path + ".part"
        with open(part, "wb") as file:
            file.write(data)
        if path.startswith("/etc/frr/"):
            os.chown(part, *machine.frr_ids())
            os.chmod(part, 0o640)
        os.replace(part, path)

    def read(self, path):
        with open(path, "rb") as file:
            return file.read()
