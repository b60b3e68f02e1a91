"""The machine that the nodes live in: mounts, modules, namespaces and wires."""
import ctypes
import grp
import os
import pwd
import socket
import struct
import subprocess
import threading

CLONE_NEWNS = 0x00020000
CLONE_NEWNET = 0x40000000
POWER_OFF = 0x4321FEDC
MS_PRIVATE_ALL = 0x4000 | 0x40000
MODULE_ROOT = "/run/modules"
IP = "/sbin/ip"
MODPROBE = "/sbin/modprobe"
# gcm, ctr and ghash_generic are what MACsec encrypts with.
MODULES = {
    "MacSec": ["gcm", "ctr", "ghash_generic", "macsec"],
    "Vlan": ["8021q"],
    "Vxlan": ["vxlan"],
    "Bonding": ["bonding"],
    "Vrf": ["vrf"],
    "Netem": ["sch_netem"],
}
NEEDED = ["veth", "ipv6"]
TCP_MD5SIG = 14

_libc = ctypes.CDLL(None, use_errno=True)


def _call(name, *arguments):
    if getattr(_libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def mount(source, target, kind, flags=0, options=None):
    _call("mount", source.encode(), target.encode(), kind.encode(), flags, options and options.encode())


def unshare(flags):
    _call("unshare", flags)


def setns(namespace, flags):
    _call("setns", namespace, flags)


def power_off():
    _libc.reboot(POWER_OFF)
    os._exit(0)


def frr_ids():
    try:
        return pwd.getpwnam("frr").pw_uid, grp.getgrnam("frr").gr_gid
    except KeyError:
        return 0, 0


def require_own(path, directories):
    normal = os.path.normpath(path)
    if not any(normal.startswith(directory + "/") for directory in directories):
        raise ValueError(f"expected a path below one of {', '.join(directories)}, found {path}")


def prepare():
    """Mounts what a system needs, and loads the modules; the root itself stays as it is, read-only."""
    os.environ.clear()
    os.environ.update(PATH="/usr/sbin:/usr/bin:/sbin:/bin", LANG="C.UTF-8", HOME="/tmp", TERM="dumb")
    mount("proc", "/proc", "proc")
    mount("none", "/", "", MS_PRIVATE_ALL)
    mount("sysfs", "/sys", "sysfs")
    mount("tmpfs", "/run", "tmpfs")
    os.mkdir("/run/netns")
    release = os.uname().release
    os.makedirs(f"{MODULE_ROOT}/lib/modules")
    os.symlink(f"/usr/lib/uml/modules/{release}", f"{MODULE_ROOT}/lib/modules/{release}")
    modules = NEEDED + [name for names in MODULES.values() for name in names]
    subprocess.run([MODPROBE, "-a", "-d", MODULE_ROOT, *modules], stderr=subprocess.DEVNULL, check=False)


def describe():
    with open("/proc/modules") as file:
        loaded = {line.split()[0] for line in file}
    # A feature is there when its own module is loaded or built in; the last name of each list is its own.
    lacking = [
        feature for feature, names in MODULES.items()
        if names[-1] not in loaded and not os.path.isdir(f"/sys/module/{names[-1]}")]
    if not signs_tcp():
        lacking.append("TcpMd5")
    return {"kernel": os.uname().release, "lacking": lacking}


def signs_tcp():
    # struct tcp_md5sig: an address, flags, lengths and a key of up to 80 bytes.
    peer = struct.pack("=HH4s120x", socket.AF_INET, 0, bytes([127, 0, 0, 1]))
    with socket.socket() as one:
        try:
            one.setsockopt(socket.IPPROTO_TCP, TCP_MD5SIG, peer + struct.pack("=BBHi80s", 0, 0, 3, 0, b"key"))
            return True
        except OSError:
            return False


def ip_batch(lines):
    ended = subprocess.run(
        [IP, "-batch", "-"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        raise RuntimeError(f"ip: {ended.stderr.strip()}")


def build(plan, step):
    """Makes the nodes and the wires of a plan, wires and starts them side by side; gives the nodes by name."""
    from node import Node

    ip_batch([f"netns add {node['name']}" for node in plan["nodes"]] + [
        f"link add {a['interface']} address {a['address']} netns {a['node']} type veth "
        f"peer name {b['interface']} address {b['address']} netns {b['node']}"
        for a, b in plan["links"]])
    step("wires")
    nodes = {one["name"]: Node(one) for one in plan["nodes"]}
    steps = ("namespaces", Node.enter), ("files", Node.furnish), ("wiring", Node.wire), ("daemons", Node.start_daemons)
    for name, work in steps:
        on_all(nodes.values(), work)
        step(name)
    return nodes


def on_all(nodes, work):
    faults = []
    left = threading.Semaphore(0)

    def job(node):
        try:
            work(node)
        except Exception as fault:
            faults.append(fault)
        finally:
            left.release()

    nodes = list(nodes)
    for node in nodes:
        node.post(lambda node=node: job(node))
    for _ in nodes:
        left.acquire()
    if faults:
        raise faults[0]
