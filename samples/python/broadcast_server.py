"""Lab 03's server in Python: one chat room, two threads for each client.

    python3 broadcast_server.py [PORT]
"""

import queue
import re
import socket
import sys
import threading

LIMIT = 1024  # bytes in a line, without its line end
BOUND = 10_000  # lines that may wait for a client
NAME = re.compile(r"[A-Za-z0-9_-]{1,16}")
CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")  # tab excepted


class Room:
    """Who is here; its lock gives all that happens one order. Nobody waits for a client under it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.users = {}

    def enter(self, name, session):
        with self.lock:
            if name in self.users:
                return False
            self.users[name] = session
            session.send(f"WELCOME {name}")
            session.send(self.list())
            self.tell_others(name, f"* {name} has joined the chat room.")
            return True

    def say(self, name, text):
        with self.lock:
            self.tell_others(name, f"{name}: {text}")

    def leave(self, name):
        with self.lock:
            del self.users[name]
            self.tell_others(name, f"* {name} has left the chat room.")

    def online(self):
        with self.lock:
            return self.list()

    def list(self):
        return "* online: " + ", ".join(sorted(self.users))

    def tell_others(self, name, line):
        for other, session in self.users.items():
            if other != name:
                session.send(line)


class Session:
    """One client: a thread reads what it sends, another one writes what it is to hear."""

    def __init__(self, connection, room):
        self.connection = connection
        self.room = room
        self.name = None
        self.waiting = queue.Queue(BOUND)

    def start(self):
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for task in (self.read, self.write):
            threading.Thread(target=task, daemon=True).start()

    def send(self, line):
        try:
            self.waiting.put_nowait(line)
        except queue.Full:
            self.drop()

    def drop(self):
        try:
            self.connection.shutdown(socket.SHUT_RDWR)  # wakes both threads
        except OSError:
            pass  # it has gone already

    def read(self):
        try:
            self.send("NAME?")
            for line in lines(self.connection):
                if not self.answer(line):
                    break
        except OSError:
            pass  # reset or dropped: it leaves as the others do
        finally:
            self.leave()
            self.send(None)  # the end of what is to be written

    def write(self):
        with self.connection:
            try:
                while (line := self.waiting.get()) is not None:
                    self.connection.sendall(line.encode("utf-8") + b"\n")
                self.connection.shutdown(socket.SHUT_WR)
                self.drain()
            except OSError:
                pass  # nobody is left to write to

    def drain(self):
        """Closing while bytes wait unread would reset the connection, and BYE could be lost."""
        self.connection.settimeout(0.5)
        for _ in range(1000):
            if not self.connection.recv(65536):
                return

    def answer(self, line):
        """Answers one line, and returns whether the session goes on."""
        if line is None:
            self.send("ERR too-long")
        elif self.name is None:
            self.take_name(line)
        elif line == "/quit":
            self.leave()
            self.send("BYE")
            return False
        elif line == "/who":
            self.send(self.room.online())
        elif line.startswith("/"):
            self.send("ERR unknown-command")
        elif line:
            self.room.say(self.name, CONTROLS.sub("", line))
        return True

    def take_name(self, wanted):
        if not NAME.fullmatch(wanted):
            self.send("ERR bad-name")
            self.send("NAME?")
        elif not self.room.enter(wanted, self):
            self.send("ERR name-taken")
            self.send("NAME?")
        else:
            self.name = wanted

    def leave(self):
        if self.name is not None:
            self.room.leave(self.name)
            self.name = None


def lines(connection):
    """Gives each line without its end, or None for one that is too long; keeps no more than the limit."""
    line = bytearray()
    while data := connection.recv(4096):
        *ended, rest = data.split(b"\n")
        for piece in ended:
            line += piece[: LIMIT + 2 - len(line)]
            yield text(line.removesuffix(b"\r"))
            line.clear()
        line += rest[: LIMIT + 2 - len(line)]
    if line:
        yield text(line)


def text(line):
    return line.decode("utf-8", errors="replace") if len(line) <= LIMIT else None


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    room = Room()
    with socket.create_server(("", port), backlog=500) as listener:
        print("LISTENING", listener.getsockname()[1], flush=True)
        while True:
            connection, _ = listener.accept()
            Session(connection, room).start()


if __name__ == "__main__":
    main()
