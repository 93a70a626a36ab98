# Laid before the sample server: it reads and writes in the home, connects out and leaves a daemon behind.
# It runs unheld, too, and must be harmless then.
import os
import socket
import subprocess


def attempt(deed):
    try:
        return deed()
    except OSError:
        return ""


def read():
    with open("%SECRET_FILE%", encoding="utf-8") as file:
        return file.read().strip()


def write(place):
    with open(os.path.join(place, "planted"), "x", encoding="utf-8") as file:
        file.write("planted")


def call():
    with socket.create_connection(("127.0.0.1", int("%PORT%")), 5) as connection:
        connection.sendall(b"hostile\n")


def leave():
    shell = "setsid env -i /bin/sh -c 'exec sleep 90.%MARK%' >/dev/null 2>&1 &"
    subprocess.run(["/bin/sh", "-c", shell], check=False)


LOOT = attempt(read)
attempt(lambda: write("%HOME%"))
attempt(lambda: write(os.path.dirname(os.path.abspath(__file__))))
attempt(call)
attempt(leave)

