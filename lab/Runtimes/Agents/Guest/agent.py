"""Runs where nodes are, as their first process: builds them and runs commands in them.

It is either a machine with many nodes, user-mode-linux, and speaks over its second console; or a container that is one
node, and speaks over standard input and output. One JSON object a line, in both directions; bytes are base64. Every
request has an id, and every answer carries the id of its request:
  {"id": 1, "op": "build", "plan": {...}}       -> "step" lines, then {"id": 1, "done": true}
  {"id": 2, "op": "exec", "node": .., "argv": [..], "input": .., "seconds": ..}
                                                -> "out" and "err" lines, then {"id": 2, "exit": 0, "late": false}
  {"id": 2, "op": "signal", "signal": 2}        -> nothing of its own
  {"id": 3, "op": "write", "node": .., "path": .., "data": ..}  -> {"id": 3, "done": true}
  {"id": 4, "op": "read", "node": .., "path": ..}               -> {"id": 4, "done": true, "data": ..}
What fails answers {"id": .., "fault": "..."}. {"id": 0, "got": N} acknowledges N bytes of requests. When the console
ends, so does the machine.

Usage: agent.py machine|container
"""
import base64
import json
import os
import selectors
import signal
import subprocess
import sys
import termios
import threading
import time
import tty

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import container
import machine

CONSOLE = "/dev/ttyS0"
CHUNK = 32768


class Console:
    """Lines of JSON over a raw terminal; any thread may send."""

    def __init__(self, read, write):
        self.fd = read
        self._write = write
        self._lock = threading.Lock()
        self._parts = []

    def send(self, message):
        data = json.dumps(message, separators=(",", ":")).encode() + b"\n"
        with self._lock:
            while data:
                data = data[os.write(self._write, data):]

    def receive(self):
        """The requests that have come, or None when there will be no more."""
        try:
            data = os.read(self.fd, CHUNK)
        except OSError:
            return None
        if not data:
            return None
        # The console loses its way when its 4 KiB of input run full: the host sends no more than it has credit for.
        self.send({"id": 0, "got": len(data)})
        self._parts.append(data)
        if b"\n" not in data:
            return []
        *lines, rest = b"".join(self._parts).split(b"\n")
        self._parts = [rest]
        return [json.loads(line) for line in lines]


def terminal():
    fd = os.open(CONSOLE, os.O_RDWR | os.O_NOCTTY)
    tty.setraw(fd, termios.TCSANOW)
    return Console(fd, fd)


class Session:
    """A command that runs: over when it has ended and nobody holds its output any more."""

    def __init__(self, request):
        self.id = request["id"]
        seconds = request.get("seconds")
        self.deadline = None if seconds is None else time.monotonic() + seconds
        self.pid = None
        self.exit = None
        self.late = False
        self.pipes = {}
        self.early = []

    def signal(self, number):
        # Every command leads a process group of its own: what it started goes with it.
        if self.pid is None:
            self.early.append(number)
            return
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:
            pass  # All of it has ended, which is as good.


class Agent:
    def __init__(self, console, surroundings):
        self.console = console
        self.surroundings = surroundings
        self.nodes = {}
        self.sessions = {}
        self.exits = {}
        self.selector = selectors.DefaultSelector()
        self.wake_read, self.wake_write = os.pipe()
        os.set_blocking(self.wake_read, False)
        os.set_blocking(self.wake_write, False)
        self.lock = threading.Lock()
        self.started = []

    def run(self):
        signal.set_wakeup_fd(self.wake_write, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.selector.register(self.console.fd, selectors.EVENT_READ, self.on_console)
        self.selector.register(self.wake_read, selectors.EVENT_READ, self.on_wake)
        while True:
            for key, _ in self.selector.select(self.patience()):
                key.data(key.fileobj)
            self.reap()
            self.kill_late()

    def patience(self):
        deadlines = [one.deadline for one in self.sessions.values() if one.deadline is not None and not one.late]
        return max(0, min(deadlines) - time.monotonic()) if deadlines else None

    def on_console(self, _):
        requests = self.console.receive()
        if requests is None:
            self.surroundings.power_off()
        for request in requests:
            try:
                getattr(self, "do_" + request["op"])(request)
            except Exception as fault:
                self.fault(request, fault)

    def fault(self, request, fault):
        self.console.send({"id": request["id"], "fault": f"{type(fault).__name__}: {fault}"})

    def answering(self, request, work):
        """Work for a node's thread that answers the request when it is done, or says why not."""
        def job():
            try:
                self.console.send({"id": request["id"], "done": True, **(work() or {})})
            except Exception as fault:
                self.fault(request, fault)
        return job

    def do_build(self, request):
        def step(name):
            self.console.send({"id": request["id"], "step": name})

        def work():
            self.nodes = self.surroundings.build(request["plan"], step)

        threading.Thread(target=self.answering(request, work), daemon=True).start()

    def do_write(self, request):
        node = self.nodes[request["node"]]
        data = base64.b64decode(request["data"])
        node.post(self.answering(request, lambda: node.write(request["path"], data)))

    def do_read(self, request):
        node = self.nodes[request["node"]]
        node.post(self.answering(
            request, lambda: {"data": base64.b64encode(node.read(request["path"])).decode()}))

    def do_signal(self, request):
        session = self.sessions.get(request["id"])
        if session:
            session.signal(request["signal"])

    def do_exec(self, request):
        node = self.nodes[request["node"]]
        session = self.sessions[request["id"]] = Session(request)
        given = request.get("input")

        def job():
            try:
                child = node.spawn(
                    request["argv"],
                    stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE)
            except OSError as fault:
                child = fault
            with self.lock:
                self.started.append((session, child))
            self.wake()
            if given is not None and not isinstance(child, OSError):
                try:
                    child.stdin.write(base64.b64decode(given))
                    child.stdin.close()
                except BrokenPipeError:
                    pass  # It ended without reading all of it, as commands may.

        node.post(job)

    def wake(self):
        try:
            os.write(self.wake_write, b"!")
        except BlockingIOError:
            pass  # Full of wake-ups: one more says nothing new.

    def on_wake(self, fd):
        while True:
            try:
                if len(os.read(fd, 4096)) < 4096:
                    break
            except BlockingIOError:
                break
        with self.lock:
            started, self.started = self.started, []
        for session, child in started:
            self.follow(session, child)

    def follow(self, session, child):
        if isinstance(child, OSError):
            self.emit(session, "err", f"{child.filename}: {child.strerror}\n".encode())
            session.exit = 127
            self.end_when_over(session)
            return
        session.pid = child.pid
        session.child = child
        for name, pipe in (("out", child.stdout), ("err", child.stderr)):
            session.pipes[name] = pipe
            self.selector.register(
                pipe, selectors.EVENT_READ, lambda pipe, name=name: self.on_output(session, name, pipe))
        for number in session.early:
            session.signal(number)
        # It may have ended before this thread heard of it.
        if child.pid in self.exits:
            session.exit = self.exits.pop(child.pid)

    def on_output(self, session, name, pipe):
        data = os.read(pipe.fileno(), CHUNK)
        if data:
            self.emit(session, name, data)
            return
        self.close(session, name)
        self.end_when_over(session)

    def emit(self, session, name, data):
        self.console.send({"id": session.id, name: base64.b64encode(data).decode()})

    def close(self, session, name):
        pipe = session.pipes.pop(name)
        self.selector.unregister(pipe)
        pipe.close()

    def reap(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            code = os.waitstatus_to_exitcode(status)
            code = 128 - code if code < 0 else code
            session = next((one for one in self.sessions.values() if one.pid == pid), None)
            if session is None:
                self.exits[pid] = code
            else:
                session.child.returncode = code
                session.exit = code
                self.end_when_over(session)

    def kill_late(self):
        now = time.monotonic()
        for session in list(self.sessions.values()):
            if session.deadline is not None and not session.late and now >= session.deadline and session.pid:
                session.late = True
                session.signal(signal.SIGKILL)
                self.end_when_over(session)

    def end_when_over(self, session):
        if session.exit is None or (session.pipes and not session.late):
            return
        for name in list(session.pipes):
            self.close(session, name)
        self.sessions.pop(session.id, None)
        self.console.send({"id": session.id, "exit": session.exit, "late": session.late})


def main():
    surroundings = {"machine": machine, "container": container}[sys.argv[1]]
    surroundings.prepare()
    console = terminal() if surroundings is machine else Console(0, 1)
    console.send({"id": 0, "ready": surroundings.describe()})
    Agent(console, surroundings).run()


main()
