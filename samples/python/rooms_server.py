"""Lab 04's server in Python: accounts, rooms and private messages, two threads for each client.

    python3 rooms_server.py [PORT [ACCOUNTS]]

CHATLABS_PBKDF2_ITERATIONS in the environment sets what a new account's hash costs.
"""

import hashlib
import hmac
import json
import os
import queue
import re
import secrets
import socket
import sys
import threading
from datetime import datetime, timezone

LIMIT = 1024  # bytes in a line, without its line end
BOUND = 10_000  # lines that may wait for a client
LOGIN_TRIES = 5
NAME = re.compile(r"[A-Za-z0-9_-]{1,16}")
ROOM = re.compile(r"[a-z0-9-]{1,16}")
CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")  # tab excepted
FIELDS = {"REGISTER": 3, "LOGIN": 3, "SAY": 3, "TELL": 3, "JOIN": 2, "LEAVE": 2, "WHO": 2, "ROOMS": 1, "QUIT": 1}
BEFORE_LOGIN = {"REGISTER", "LOGIN", "QUIT"}


class Accounts:
    """Who has an account: a file of JSON, a name with its salt, iterations and hash. Hashing takes no lock."""

    def __init__(self, file):
        self.file = file
        self.lock = threading.Lock()
        self.iterations = int(os.environ.get("CHATLABS_PBKDF2_ITERATIONS", 600_000))
        self.nobody = self.hashed(secrets.token_hex())  # so that an unknown name costs the same
        self.kept = {}
        if os.path.exists(file):
            with open(file, encoding="utf-8") as text:
                self.kept = {name: account(words) for name, words in json.load(text).items()}

    def register(self, name, password):
        if name in self.kept:
            return False
        hashed = self.hashed(password)
        with self.lock:
            if name in self.kept:
                return False  # somebody was quicker
            self.save({**self.kept, name: hashed})
            self.kept[name] = hashed
            return True

    def admits(self, name, password):
        salt, iterations, expected = self.kept.get(name, self.nobody)
        return hmac.compare_digest(pbkdf2(password, salt, iterations), expected)

    def hashed(self, password):
        salt = secrets.token_bytes(16)
        return salt, self.iterations, pbkdf2(password, salt, self.iterations)

    def save(self, accounts):
        """At every moment the file is whole: the old one, or the new one."""
        draft = self.file + ".new"
        words = {name: [salt.hex(), times, digest.hex()] for name, (salt, times, digest) in accounts.items()}
        with open(draft, "w", encoding="utf-8") as out:
            json.dump(words, out)
            out.flush()
            os.fsync(out.fileno())
        os.replace(draft, self.file)


def account(words):
    salt, iterations, digest = words
    return bytes.fromhex(salt), int(iterations), bytes.fromhex(digest)


def pbkdf2(password, salt, iterations):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), salt, iterations)  # lets other threads run


class House:
    """Who is online, and in which room; its lock gives all events one order. Nobody waits for a client under it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.online = {}
        self.rooms = {}
        self.last = ""

    def enter(self, name, session):
        with self.lock:
            return self.online.setdefault(name, session) is session

    def tell(self, receiver, name, text):
        with self.lock:
            if receiver not in self.online:
                return False
            self.online[receiver].send(f"PM {self.now()} {name} {text}")
            return True

    def join(self, room, name):
        with self.lock:
            if name in self.rooms.get(room, ()):
                return False
            self.rooms.setdefault(room, set()).add(name)
            self.tell_others(room, name, f"NOTE {self.now()} {room} {name} joined")
            return True

    def say(self, room, name, text):
        with self.lock:
            if name not in self.rooms.get(room, ()):
                return False
            self.tell_others(room, name, f"MSG {self.now()} {room} {name} {text}")
            return True

    def leave(self, room, name):
        with self.lock:
            return self.leave_locked(room, name)

    def leave_locked(self, room, name):
        if name not in self.rooms.get(room, ()):
            return False
        self.rooms[room].remove(name)
        self.tell_others(room, name, f"NOTE {self.now()} {room} {name} left")
        if not self.rooms[room]:
            del self.rooms[room]
        return True

    def go(self, name):
        """Leaves all rooms, and is offline then."""
        with self.lock:
            for room in list(self.rooms):
                self.leave_locked(room, name)
            del self.online[name]

    def names(self):
        with self.lock:
            return sorted(self.rooms)

    def members(self, room):
        with self.lock:
            return sorted(self.rooms.get(room, ()))

    def tell_others(self, room, name, line):
        for other in self.rooms[room]:
            if other != name:
                self.online[other].send(line)

    def now(self):
        """The time of the next event: clocks are set back now and then, events are not."""
        clock = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self.last = max(self.last, clock)
        return self.last


class Session:
    """One client: a thread reads what it sends, another one writes what it is to hear."""

    def __init__(self, connection, accounts, house):
        self.connection = connection
        self.accounts = accounts
        self.house = house
        self.name = None
        self.refused_logins = 0
        self.over = False
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
            for line in lines(self.connection):
                self.send("ERR too-long" if line is None else self.answer(line))
                if self.over:
                    break
        except OSError:
            pass  # reset or dropped: it leaves as the others do
        finally:
            self.go()
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
        """Closing while bytes wait unread would reset the connection, and the last answer could be lost."""
        self.connection.settimeout(0.5)
        for _ in range(1000):
            if not self.connection.recv(65536):
                return

    def answer(self, line):
        """Does what is asked; gives the one line that answers it."""
        command, *fields = line.split(" ", 2)
        if self.name is None and command not in BEFORE_LOGIN:
            return "ERR login-first"
        if command not in FIELDS:
            return "ERR unknown-command"
        if 1 + len(fields) != FIELDS[command]:
            return "ERR bad-arguments"
        return getattr(self, command.lower())(*fields)

    def register(self, name, password):
        if not NAME.fullmatch(name):
            return "ERR bad-name"
        if not 8 <= len(password) <= 128:
            return "ERR weak-password"
        try:
            return "OK registered" if self.accounts.register(name, password) else "ERR name-taken"
        except OSError as error:
            print("The accounts cannot be saved:", error, file=sys.stderr)
            return "ERR not-saved"

    def login(self, name, password):
        if self.name is not None:
            return "ERR already-logged-in"
        if not self.accounts.admits(name, password):
            self.refused_logins += 1
            self.over = self.refused_logins == LOGIN_TRIES
            return "ERR bad-credentials"
        if not self.house.enter(name, self):
            return "ERR already-online"
        self.name = name
        return f"OK welcome {name}"

    def join(self, room):
        if not ROOM.fullmatch(room):
            return "ERR bad-room"
        return f"OK joined {room}" if self.house.join(room, self.name) else "ERR already-in-room"

    def leave(self, room):
        return f"OK left {room}" if self.house.leave(room, self.name) else "ERR not-in-room"

    def say(self, room, text):
        text = CONTROLS.sub("", text)
        if not text:
            return "ERR empty-message"
        return "OK sent" if self.house.say(room, self.name, text) else "ERR not-in-room"

    def tell(self, receiver, text):
        text = CONTROLS.sub("", text)
        if not text:
            return "ERR empty-message"
        return "OK sent" if self.house.tell(receiver, self.name, text) else "ERR no-such-user"

    def rooms(self):
        return " ".join(["OK rooms", *self.house.names()])

    def who(self, room):
        members = self.house.members(room)
        return " ".join(["OK who", *members]) if self.name in members else "ERR not-in-room"

    def quit(self):
        self.go()  # before the answer: that is the last line
        self.over = True
        return "OK bye"

    def go(self):
        """Leaves the house, if it is there: the others are told once."""
        if self.name is not None:
            self.house.go(self.name)
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
    file = sys.argv[2] if len(sys.argv) > 2 else "accounts.json"
    try:
        accounts = Accounts(file)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        sys.exit(f"{file} cannot be read as accounts: {error}")
    house = House()
    with socket.create_server(("", port), backlog=500) as listener:
        print("LISTENING", listener.getsockname()[1], flush=True)
        while True:
            connection, _ = listener.accept()
            Session(connection, accounts, house).start()


if __name__ == "__main__":
    main()
