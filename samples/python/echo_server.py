"""Lab 01's server in Python: acknowledges every line, a thread for each client.

    python3 echo_server.py [PORT]
"""

import socket
import sys
import threading

LIMIT = 1024  # bytes in a line, without its line end


def lines(connection):
    """Gives each line as bytes without LF, or None for one that is too long; keeps no more than the limit."""
    line = bytearray()
    while data := connection.recv(4096):
        *ended, rest = data.split(b"\n")
        for piece in ended:
            line += piece[: LIMIT + 2 - len(line)]
            yield checked(line.removesuffix(b"\r"))
            line.clear()
        line += rest[: LIMIT + 2 - len(line)]
    if line:
        yield checked(line)


def checked(line):
    return bytes(line) if len(line) <= LIMIT else None


def serve(connection):
    count = 0
    with connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for line in lines(connection):
                if line is None:
                    reply = "ERR too-long"
                elif line == b"exit":
                    say_goodbye(connection)
                    return
                else:
                    count += 1
                    reply = f"ACK {count} {line.decode('utf-8', errors='replace')}"
                connection.sendall(reply.encode("utf-8") + b"\n")
        except OSError:
            pass  # this client has vanished; the others are not disturbed


def say_goodbye(connection):
    """Closing while bytes wait unread would reset the connection, and BYE could be lost."""
    connection.sendall(b"BYE\n")
    connection.shutdown(socket.SHUT_WR)
    connection.settimeout(0.5)
    for _ in range(1000):
        if not connection.recv(65536):
            return


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 12345
    with socket.create_server(("", port)) as listener:
        print("LISTENING", listener.getsockname()[1], flush=True)
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve, args=(connection,), daemon=True).start()


if __name__ == "__main__":
    main()
