#!/usr/bin/python3
"""Opens many slow connections to a server and measures a normal GET meanwhile.

Usage: http_slow_clients.py ADDRESS:PORT [--connections 10000] [--seconds 60] [--path /] [--limit-ms 1000]

Each slow connection sends the head of a request one byte every few seconds and opens again when the server ends it. On
the loopback they come from many addresses of 127.0.0.0/8, so that a limit by address does not stop them. Ends with 1
when the p99 of the normal GET reaches the limit, or when the server fails to answer.
"""
import argparse
import errno
import random
import resource
import selectors
import socket
import sys
import threading
import time

SLOW_HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Lent: " + b"a" * 4000
BYTE_EVERY = 4.0  # seconds between two bytes of one slow connection
OPENED_A_SECOND = 2500


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("server")
    parser.add_argument("--connections", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--path", default="/")
    parser.add_argument("--limit-ms", type=float, default=1000.0)
    return parser.parse_args()


class SlowClients:
    """One thread of selectors that keeps `wanted` slow connections open."""

    def __init__(self, address, wanted):
        self.address, self.wanted = address, wanted
        self.selector = selectors.DefaultSelector()
        self.due = []  # (when, socket), in the order of time
        self.open = 0
        self.opened = self.ended = self.failed = 0
        self.running = True

    def start_one(self):
        s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        s.setblocking(False)
        if self.address[0].startswith("127."):
            group = self.opened // 200
            s.bind((f"127.0.{1 + group // 250 % 250}.{1 + group % 250}", 0))
        if s.connect_ex(self.address) not in (0, errno.EINPROGRESS):
            s.close()
            self.failed += 1
            return
        self.opened += 1
        self.open += 1
        self.selector.register(s, selectors.EVENT_READ, [0])
        self.due.append((time.monotonic() + random.uniform(0, BYTE_EVERY), s))

    def end(self, s):
        self.selector.unregister(s)
        s.close()
        self.open -= 1
        self.ended += 1

    def send_due(self):
        now = time.monotonic()
        self.due.sort(key=lambda entry: entry[0])
        later = []
        for when, s in self.due:
            if when > now:
                later.append((when, s))
                continue
            if s.fileno() < 0:
                continue
            sent = self.selector.get_key(s).data
            try:
                s.send(SLOW_HEAD[sent[0] : sent[0] + 1])
                sent[0] += 1
                later.append((now + BYTE_EVERY, s))
            except (BlockingIOError, InterruptedError):
                later.append((now + BYTE_EVERY, s))
            except OSError:
                self.end(s)
        self.due = later

    def run(self):
        while self.running:
            for _ in range(min(self.wanted - self.open, OPENED_A_SECOND // 10)):
                self.start_one()
            for key, _ in self.selector.select(timeout=0.1):
                try:
                    gone = not key.fileobj.recv(4096)
                except OSError:
                    gone = True
                if gone:
                    self.end(key.fileobj)
            self.send_due()


def get(address, path):
    """Seconds for one GET on a fresh connection, and its status (0: none)."""
    start = time.monotonic()
    try:
        with socket.create_connection(address, timeout=10) as s:
            s.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while piece := s.recv(65536):
                answer += piece
        return time.monotonic() - start, int(answer[9:12] or b"0")
    except (OSError, ValueError):
        return time.monotonic() - start, 0


def main():
    options = parse()
    host, port = options.server.rsplit(":", 1)
    address = (host, int(port))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard != resource.RLIM_INFINITY and hard < options.connections + 100:
        print(f"ulimit -n allows {hard} files only: asked for {options.connections} connections", file=sys.stderr)
        return 2
    slow = SlowClients(address, options.connections)
    thread = threading.Thread(target=slow.run)
    thread.start()
    while slow.open < options.connections * 0.95 and slow.failed < 1000:
        time.sleep(0.1)
    print(f"{slow.open} slow connections open, {slow.failed} failed")
    times, wrong, fewest = [], 0, slow.open
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        took, status = get(address, options.path)
        times.append(took * 1000)
        wrong += status != 200
        fewest = min(fewest, slow.open)
        time.sleep(0.02)
    slow.running = False
    thread.join()
    times.sort()
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
    print(f"{len(times)} GET {options.path}: p50 {at(0.5):.1f} ms, p99 {at(0.99):.1f} ms, most {times[-1]:.1f} ms")
    print(f"{wrong} not 200; slow connections: {fewest} or more open, {slow.opened} opened, {slow.ended} ended by the server")
    return 1 if wrong or at(0.99) >= options.limit_ms else 0


if __name__ == "__main__":
    sys.exit(main())
