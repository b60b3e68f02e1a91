"""A container as the one node of its agent. Its wires come from outside, before it is built."""
import os
import subprocess

import machine
from node import Node

PAIR = "link add try0 type veth peer name try1"
# How to make one of each, in the container's own network.
TRIALS = {
    "MacSec": [PAIR, "link add link try0 name try2 type macsec"],
    "Vlan": [PAIR, "link add link try0 name try2 type vlan id 5"],
    "Vxlan": ["link add try0 type vxlan id 5 dstport 4789"],
    "Bonding": ["link add try0 type bond"],
    "Vrf": ["link add try0 type vrf table 5"],
    "Netem": [PAIR],
}
NETEM = ["/sbin/tc", "qdisc", "add", "dev", "try0", "root", "netem", "delay", "1ms"]


def prepare():
    os.environ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"


def power_off():
    os._exit(0)


def describe():
    lacking = [feature for feature, lines in TRIALS.items() if not tried(feature, lines)]
    if not machine.signs_tcp():
        lacking.append("TcpMd5")
    return {"kernel": os.uname().release, "lacking": lacking}


def tried(feature, lines):
    try:
        machine.ip_batch(lines)
        return feature != "Netem" or quiet(NETEM)
    except RuntimeError:
        return False
    finally:
        quiet([machine.IP, "link", "del", "try0"])


def quiet(command):
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def build(plan, step):
    nodes = {one["name"]: Node(one) for one in plan["nodes"]}
    for name, work in (("files", Node.furnish), ("wiring", Node.wire), ("daemons", Node.start_daemons)):
        machine.on_all(nodes.values(), work)
        step(name)
    return nodes
