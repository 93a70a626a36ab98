package chatlabs.grader.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a server, passes everything on, and shows the lines. It may cut what
 * passes into pieces, join, delay, end or reset it: see {@link Flow}. Each connection has two virtual threads named {@code relay-…}.
 */
public final class Relay implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket();
  private final Acceptor acceptor;
  private final InetSocketAddress target;
  private final Viewer viewer;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Flow toServer = Flow.PLAIN;
  private volatile Flow toClient = Flow.PLAIN;

  /** Sees what passes. */
  @FunctionalInterface
  public interface Viewer {
    /** Called on a thread of the connection for each line, and for what its ends do. */
    void see(String from, String to, String what);

    /** Called before each piece is sent, with bytes that are not to be changed. */
    default void passes(String from, String to, byte[] bytes) {}
  }

  /**
   * Listens on all interfaces at this port, 0 for any free one, for clients of the server at that
   * loopback port.
   *
   * @throws IOException when the port is taken
   */
  public Relay(int port, int target, Viewer viewer) throws IOException {
    this(
        new InetSocketAddress(port),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), target),
        viewer);
  }

  /**
   * Listens at this address, with port 0 at any free port, for clients of the server at that
   * address.
   *
   * @throws IOException when the port is taken
   */
  public Relay(InetSocketAddress at, InetSocketAddress target, Viewer viewer) throws IOException {
    this.target = target;
    this.viewer = viewer;
    listener.setReuseAddress(true);
    try {
      listener.bind(at);
    } catch (IOException taken) {
      listener.close();
      throw taken;
    }
    this.acceptor = Acceptor.start(listener, "relay-accept", this::take);
  }

  /** The port at which clients connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** From now on what clients send is passed on so, on all connections. */
  public void toServer(Flow flow) {
    toServer = flow;
  }

  /** From now on what the server sends is passed on so, on all connections. */
  public void toClient(Flow flow) {
    toClient = flow;
  }

  /** Tears all connections down with a reset, and goes on listening. */
  public void reset() {
    for (var socket : open) {
      cut(socket);
    }
  }

  /** Stops listening, at once, and cuts all connections. */
  @Override
  public void close() throws IOException {
    acceptor.close();
    for (var socket : open) {
      socket.close();
    }
  }

  private void take(Socket client) {
    keep(client);
    connect("client " + count.incrementAndGet(), client);
  }

  private void connect(String name, Socket client) {
    try {
      var server = new Socket(target.getAddress(), target.getPort());
      keep(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      viewer.see(name, "server", "(connects)");
      var going = new AtomicInteger(2);
      pass(new Passing(name, "server", viewer, () -> toServer), client, server, going);
      pass(new Passing("server", name, viewer, () -> toClient), server, client, going);
    } catch (IOException refused) {
      viewer.see("server", name, "(connection refused)");
      cut(client);
    }
  }

  /** Passes one direction on; whichever of the two ends last puts the sockets away. */
  private void pass(Passing passing, Socket source, Socket sink, AtomicInteger going) {
    Thread.ofVirtual()
        .name("relay-" + passing.from())
        .start(
            () -> {
              pass(passing, source, sink);
              if (going.decrementAndGet() == 0) {
                putAway(source);
                putAway(sink);
              }
            });
  }

  private void pass(Passing passing, Socket source, Socket sink) {
    try {
      if (passing.run(source, sink) == Passing.End.RESET) {
        cut(sink);
        cut(source);
      }
    } catch (IOException torn) {
      passing.broke();
      cut(sink);
      cut(source);
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
