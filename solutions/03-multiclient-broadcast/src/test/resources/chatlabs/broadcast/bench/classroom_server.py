# A chat server as many courses write it: a list of clients, a lock, and a thread for each client.
# It speaks the lab's line protocol, and has the classroom's weakness: sendall() under the lock.
import resource
import socket
import sys
import threading

clients = {}  # name -> socket
lock = threading.Lock()


def send(client, line):
    client.sendall((line + "\n").encode())


def broadcast(line, sender):
    with lock:
        for name, client in list(clients.items()):
            if name != sender:
                try:
                    send(client, line)
                except OSError:
                    pass  # its own thread notices


def ask_name(client, lines):
    while True:
        send(client, "NAME?")
        name = lines.readline().strip()
        if not name:
            return None
        with lock:
            if name not in clients:
                clients[name] = client
                send(client, "WELCOME " + name)
                send(client, "* online: " + ", ".join(sorted(clients)))
                return name
        send(client, "ERR name-taken")


def handle(client):
    name = None
    try:
        lines = client.makefile("r", encoding="utf-8", newline="\n")
        name = ask_name(client, lines)
        if name:
            broadcast("* " + name + " has joined the chat room.", name)
            for line in lines:
                broadcast(name + ": " + line.strip(), name)
    except OSError:
        pass
    finally:
        if name:
            with lock:
                clients.pop(name, None)
            broadcast("* " + name + " has left the chat room.", name)
        client.close()


def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("", int(sys.argv[1])))
    server.listen(500)
    print("LISTENING %d" % server.getsockname()[1], flush=True)
    while True:
        client, _ = server.accept()
        threading.Thread(target=handle, args=(client,), daemon=True).start()


main()
