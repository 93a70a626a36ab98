package chatlabs.grader.wire;

import chatlabs.grader.transcript.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a server on the loopback interface, passes everything on, and shows
 * the lines. Each connection has two virtual threads named {@code relay-…}.
 */
public final class Relay implements AutoCloseable {
  /** A longer line, in bytes, is shown in pieces. */
  private static final int LONGEST = 2_000;

  private final ServerSocket listener = new ServerSocket();
  private final Thread acceptor;
  private final int target;
  private final Viewer viewer;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Sees what passes. */
  @FunctionalInterface
  public interface Viewer {
    /** Called on a thread of the connection for each line, and for what its ends do. */
    void see(String from, String to, String what);
  }

  /**
   * Listens on all interfaces at this port, 0 for any free one, for clients of the server at that
   * loopback port.
   *
   * @throws IOException when the port is taken
   */
  public Relay(int port, int target, Viewer viewer) throws IOException {
    this.target = target;
    this.viewer = viewer;
    listener.setReuseAddress(true);
    try {
      listener.bind(new InetSocketAddress(port));
    } catch (IOException taken) {
      listener.close();
      throw taken;
    }
    this.acceptor = Thread.ofVirtual().name("relay-accept").unstarted(this::accept);
    acceptor.start();
  }

  /** The port at which clients connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * Stops listening, and cuts all connections. When it returns the port is free: the thread that
   * waits on the socket gives it back, so that thread is waited for.
   */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      acceptor.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    for (var socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        keep(client);
        connect("client " + count.incrementAndGet(), client);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(String name, Socket client) {
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      keep(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      viewer.see(name, "server", "(connects)");
      var going = new AtomicInteger(2);
      pass(name, client, "server", server, going);
      pass("server", server, name, client, going);
    } catch (IOException refused) {
      viewer.see("server", name, "(connection refused)");
      cut(client);
    }
  }

  /** Passes one direction on; whichever of the two ends last puts the sockets away. */
  private void pass(String from, Socket source, String to, Socket sink, AtomicInteger going) {
    Thread.ofVirtual()
        .name("relay-" + from)
        .start(
            () -> {
              copy(from, source, to, sink);
              if (going.decrementAndGet() == 0) {
                putAway(source);
                putAway(sink);
              }
            });
  }

  private void copy(String from, Socket source, String to, Socket sink) {
    var line = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = source.getInputStream().read(buffer); n >= 0; ) {
        for (int i = 0; i < n; i++) {
          line.write(buffer[i]);
          if (buffer[i] == '\n' || line.size() == LONGEST) {
            show(from, to, line);
          }
        }
        sink.getOutputStream().write(buffer, 0, n);
        n = source.getInputStream().read(buffer);
      }
      show(from, to, line);
      viewer.see(from, to, "(end of stream)");
      sink.shutdownOutput();
    } catch (IOException torn) {
      viewer.see(from, to, "(connection broken)");
      cut(sink);
      cut(source);
    }
  }

  private void show(String from, String to, ByteArrayOutputStream line) {
    if (line.size() > 0) {
      viewer.see(from, to, Visible.bytes(line.toByteArray()));
      line.reset();
    }
  }

  private void keep(Socket socket) {
    open.add(socket);
    if (listener.isClosed()) {
      putAway(socket); // it came while all were being cut
    }
  }

  /** Tears a connection down, with a reset. */
  private void cut(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      viewer.see("relay", "relay", "(already closed)");
    }
    putAway(socket);
  }

  private void putAway(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException gone) {
      viewer.see("relay", "relay", "(already closed)");
    }
  }
}
