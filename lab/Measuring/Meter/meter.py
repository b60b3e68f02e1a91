"""Sends numbered UDP packets to a peer that runs the same, and notes what arrives from it.

Prints {"sent": 0} when it can receive. Sends from when DIRECTORY/go is there until DIRECTORY/stop is; prints
{"sent": N} now and then, and {"sent": N, "begun": NS, "ended": NS} at the end, on the clock that all nodes share.
On SIGINT it takes in what has arrived, writes it to DIRECTORY/arrivals, (number, NS) of 8 octets each, and ends.

Usage: meter.py DIRECTORY OWN_ADDRESS PEER_ADDRESS PORT PACKETS_PER_SECOND OCTETS FLOWS
"""
import array
import json
import os
import select
import signal
import socket
import sys
import time

# The rest of a packet: to be found in a capture where it should not be.
MARK = b"in-the-clear "
TICK = 0.002
LOOK = 0.05
TELL = 0.5
SO_RCVBUFFORCE = 33
RECEIVE_BUFFER = 8 << 20
SECOND = 1_000_000_000


class Meter:
    def __init__(self, directory, own, peer, port, rate, octets, flows):
        self.directory, self.rate = directory, rate
        family = socket.AF_INET6 if ":" in own else socket.AF_INET
        self.inward = socket.socket(family, socket.SOCK_DGRAM)
        self.inward.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER)
        self.inward.setblocking(False)
        self.inward.bind((own, port))
        # Routers choose a path by addresses and ports: every flow may take another one.
        self.outward = []
        for flow in range(flows):
            one = socket.socket(family, socket.SOCK_DGRAM)
            one.bind((own, port + 1 + flow))
            self.outward.append(one)
        self.peer = (peer, port)
        self.filling = (MARK * (octets // len(MARK) + 1))[: octets - 8]
        self.arrivals = array.array("Q")
        self.sent = 0
        self.begun = None
        self.ended = None
        self.over = False
        signal.signal(signal.SIGINT, self.end)

    def end(self, *_):
        self.over = True

    def there(self, name):
        return os.path.exists(f"{self.directory}/{name}")

    def receive(self):
        while True:
            try:
                packet = self.inward.recv(8)
            except BlockingIOError:
                return
            except ConnectionRefusedError:
                continue  # Of a packet sent while the peer was not there; nothing was received.
            self.arrivals.extend((int.from_bytes(packet, "big"), time.monotonic_ns()))

    def send_due(self):
        due = (time.monotonic_ns() - self.begun) * self.rate // SECOND
        while self.sent < due:
            flow = self.outward[self.sent % len(self.outward)]
            try:
                flow.sendto(self.sent.to_bytes(8, "big") + self.filling, self.peer)
            except OSError:
                pass  # No route just now: sent as far as the customer is concerned, and lost.
            self.sent += 1

    def run(self):
        self.tell()
        looked = 0.0
        while not self.over:
            sending = self.begun is not None and self.ended is None
            try:
                select.select([self.inward], [], [], TICK if sending else LOOK)
            except InterruptedError:
                continue
            self.receive()
            if sending:
                self.send_due()
            now = time.monotonic()
            if now - looked >= LOOK:
                looked = now
                self.look(sending)
        self.receive()
        with open(f"{self.directory}/arrivals", "wb") as file:
            self.arrivals.tofile(file)

    def look(self, sending):
        if self.begun is None and self.there("go"):
            self.begun = time.monotonic_ns()
        elif sending and self.there("stop"):
            self.ended = time.monotonic_ns()
            self.tell(begun=self.begun, ended=self.ended)
        elif sending and time.monotonic() - self.told >= TELL:
            self.tell()

    def tell(self, **more):
        self.told = time.monotonic()
        print(json.dumps({"sent": self.sent, **more}), flush=True)


def main():
    directory, own, peer, *numbers = sys.argv[1:]
    Meter(directory, own, peer, *map(int, numbers)).run()


main()
