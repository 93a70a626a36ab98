// Unusual: closes the room, which has a thread of its own here, when the last session has ended.
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
    room.open();
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
    // <solution 1: accept a client, make a Session, keep it, start two threads for it; repeat>
    while (!listener.isClosed()) {
      try {
        Session session = new Session(listener.accept(), room);
        sessions.add(session);
        threads.newThread(session::read).start();
        threads.newThread(() -> write(session)).start();
      } catch (IOException e) {
        // close() was called, or the client has vanished already: no reason to stop.
      }
    }
    // </solution>
  }

  // <solution-only>
  /** The writing thread is the one that ends last. */
  private void write(Session session) {
    try {
      session.write();
    } finally {
      sessions.remove(session);
    }
  }

  // </solution-only>
  /** The port on which clients can connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Frees the port and disconnects everybody; all threads end soon after (LINE-7). */
  @Override
  public void close() {
    // <solution 9: close the listener, join the acceptor, close every session>
    try {
      listener.close();
      acceptor.join(); // from now on no session comes in
      sessions.forEach(Session::close);
      while (!sessions.isEmpty()) {
        Thread.sleep(1);
      }
      room.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // </solution>
  }

  /** Serves on the port given, or on 4000, until it is killed. */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 4_000;
    BroadcastServer server = new BroadcastServer(port);
    System.out.println("LISTENING " + server.port());
  }
}
