package chatlabs.broadcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * One chat room for everybody who connects, with two threads for each.
 *
 * <p>Start here with TODO 1; go on with 2 in Outbox, 4 in Session, 5 in Room, 10 in ChatClient.
 */
public final class BroadcastServer implements AutoCloseable {
  // Virtual threads; with Thread.ofPlatform() instead, each is a thread of the operating system.
  private final ThreadFactory threads = Thread.ofVirtual().name("chat-", 1).factory();

  private final ServerSocket listener;
  private final Thread acceptor;
  private final Room room = new Room();
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet(); // close() needs them

  /** Listens on a port (0: any free one), and accepts in a thread of its own (LINE-8). */
  public BroadcastServer(int port) throws IOException {
    listener = listen(port);
    acceptor = new Thread(this::acceptClients, "chat-acceptor");
    acceptor.start();
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port), 500); // 500 may wait to be accepted
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Starts a session for each client, until the listener is closed. */
  private void acceptClients() {
    throw new UnsupportedOperationException(
        "TODO 1: accept a client, make a Session, keep it, start two threads for it; repeat");
  }

  /** The port on which clients can connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Frees the port and disconnects everybody; all threads end soon after (LINE-7). */
  @Override
  public void close() {
    throw new UnsupportedOperationException(
        "TODO 9: close the listener, join the acceptor, close every session");
  }

  /** Serves on the port given, or on 4000, until it is killed. */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 4_000;
    BroadcastServer server = new BroadcastServer(port);
    System.out.println("LISTENING " + server.port());
  }
}
