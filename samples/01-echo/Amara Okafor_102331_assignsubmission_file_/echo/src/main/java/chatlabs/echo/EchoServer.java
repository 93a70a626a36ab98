package chatlabs.echo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Echo server. A thread for each client, so nobody has to wait. */
public class EchoServer implements AutoCloseable {

    private static final int MAX_BYTES = 1024;

    private final ServerSocket serverSocket;
    private final Thread acceptor;
    private final java.util.Set<Socket> clients = new java.util.HashSet<>();
    private final java.util.List<Thread> handlers = new java.util.ArrayList<>();
    private boolean closed = false;

    public EchoServer(int port) throws IOException {
        serverSocket = new ServerSocket();
        try {
            serverSocket.setReuseAddress(true);
            serverSocket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            serverSocket.close();
            throw e;
        }
        acceptor = new Thread(this::acceptClients, "acceptor");
        acceptor.start();
    }

    public int port() {
        return serverSocket.getLocalPort();
    }

    private void acceptClients() {
        while (!serverSocket.isClosed()) {
            try {
                Socket client = serverSocket.accept();
                Thread handler = new Thread(() -> handle(client), "client " + client.getPort());
                synchronized (this) {
                    if (closed) {
                        client.close();
                        return;
                    }
                    clients.add(client);
                    handlers.removeIf(t -> !t.isAlive());
                    handlers.add(handler);
                    handler.start();
                }
            } catch (IOException e) {
                // the server was closed, or the client was gone before we could accept it
            }
        }
    }

    private void handle(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            talk(client);
        } catch (IOException e) {
            // this client is gone, the others are not affected
        } finally {
            synchronized (this) {
                clients.remove(client);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int count = 0;
        while (true) {
            int b = in.read();
            if (b == -1 && line.size() == 0) {
                return;
            }
            if (b != '\n' && b != -1) {
                if (line.size() <= MAX_BYTES + 1) { // keep a little more than allowed, to notice it
                    line.write(b);
                }
                continue;
            }
            byte[] bytes = line.toByteArray();
            line.reset();
            int length = bytes.length;
            if (b == '\n' && length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            if (length > MAX_BYTES) {
                send(out, "ERR too-long");
            } else {
                String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
                if (text.equals("exit")) {
                    send(out, "BYE");
                    sayGoodbye(client, in);
                    return;
                }
                count++;
                send(out, "ACK " + count + " " + text);
            }
            if (b == -1) {
                return;
            }
        }
    }

    private void send(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** If we close with unread bytes the client gets a RST and may lose the BYE. */
    private void sayGoodbye(Socket client, InputStream in) throws IOException {
        client.shutdownOutput();
        client.setSoTimeout(500);
        byte[] rest = new byte[4096];
        long end = System.currentTimeMillis() + 500;
        while (System.currentTimeMillis() < end && in.read(rest) != -1) {
            // thrown away
        }
    }

    @Override
    public void close() {
        java.util.List<Thread> waitFor;
        synchronized (this) {
            closed = true;
            try {
                serverSocket.close();
                for (Socket client : clients) {
                    client.close();
                }
            } catch (IOException e) {
                System.err.println("close: " + e);
            }
            waitFor = new java.util.ArrayList<>(handlers);
        }
        waitFor.add(acceptor);
        for (Thread t : waitFor) {
            try {
                t.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    public static void main(String[] args) throws IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 12345;
        EchoServer server = new EchoServer(port);
        System.out.println("LISTENING " + server.port());
    }
}
