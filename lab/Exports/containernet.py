#!/usr/bin/env python3
"""A lab for Containernet. Beside it are the files of its nodes, which it mounts.

Build the image from lab/images/router, and run this as root where Containernet is installed.
"""
import os

from mininet.cli import CLI
from mininet.link import TCLink
from mininet.log import setLogLevel
from mininet.net import Containernet

NAME = "{name}"
IMAGE = "{image}"
CAPABILITIES = "{capabilities}"
# For each node, the kernel settings of its network.
NODES = "{nodes}"
# Node, interface and Ethernet address of either end.
WIRES = "{wires}"

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    """Builds the lab, and hands it to whoever sits there."""
    net = Containernet(controller=None)
    nodes = {}
    for name, sysctls in NODES.items():
        files = os.path.join(HERE, "nodes", name)
        nodes[name] = net.addDocker(
            name,
            dimage=IMAGE,
            environment={"LAB_NODE": name},
            volumes=["%s:/lab/nodes/%s:ro" % (files, name)],
            cap_add=CAPABILITIES,
            sysctls=sysctls,
        )
    for one, interface, address, other, far_interface, far_address in WIRES:
        net.addLink(
            nodes[one],
            nodes[other],
            cls=TCLink,
            intfName1=interface,
            intfName2=far_interface,
            addr1=address,
            addr2=far_address,
        )
    net.start()
    for node in nodes.values():
        node.cmd("lab-node >/tmp/lab-node.log 2>&1 &")
    print("The lab %s is up; exit ends it." % NAME)
    CLI(net)
    net.stop()


if __name__ == "__main__":
    setLogLevel("info")
    main()
