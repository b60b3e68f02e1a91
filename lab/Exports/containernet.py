#!/usr/bin/env python3
"""A lab for Containernet. Beside it are the files of its nodes, which it mounts.

Build the image from lab/images/router, and run this as root where Containernet is installed.
"""
import os

# First, as mininet's modules import one another in a circle.
from mininet.net import Containernet
from mininet.cli import CLI
from mininet.link import TCLink
from mininet.log import setLogLevel

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
    renamed = []
    for number, (one, interface, address, other, far_interface, far_address) in enumerate(WIRES):
        # Containernet makes both ends in one place, where their names have to differ.
        near, far = "w%da" % number, "w%db" % number
        net.addLink(
            nodes[one],
            nodes[other],
            cls=TCLink,
            intfName1=near,
            intfName2=far,
            addr1=address,
            addr2=far_address,
        )
        renamed += [(nodes[one], near, interface), (nodes[other], far, far_interface)]
    net.start()
    for node, name, interface in renamed:
        node.cmd("ip link set %s down && ip link set %s name %s" % (name, name, interface))
    for node in nodes.values():
        node.cmd("lab-node >/tmp/lab-node.log 2>&1 &")
    print("The lab %s is up; exit ends it." % NAME)
    CLI(net)
    net.stop()


if __name__ == "__main__":
    setLogLevel("info")
    main()
