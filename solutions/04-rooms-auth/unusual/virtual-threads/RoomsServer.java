// Unusual: all threads of clients are virtual; hashing is done elsewhere.
package chatlabs.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A chat with accounts and rooms, and two threads for each client. Given.
 *
 * <p>Start with TODO 1 in Request; go on with 2 in Password, 4 in Accounts, 8 in Session, 9 in
 * Online, 10 in Rooms, 11 in Names.
 */
public final class RoomsServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Thread acceptor;
  private final Accounts accounts;
  private final Online online = new Online();
  private final Rooms rooms = new Rooms();
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet(); // close() needs them

  /** Reads the accounts, listens on a port (0: any free one), and starts to accept (LINE-8). */
  public RoomsServer(int port, Path accountsFile) throws IOException {
    accounts = Accounts.open(accountsFile); // first: when it throws, nothing is open yet
    listener = listen(port);
    acceptor = new Thread(this::acceptClients, "rooms-acceptor");
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
    while (!listener.isClosed()) {
      try {
        Session session = new Session(listener.accept(), accounts, online, rooms);
        sessions.add(session);
        Thread.ofVirtual().name("rooms-reader").start(session::read);
        Thread.ofVirtual().name("rooms-writer").start(() -> write(session));
      } catch (IOException e) {
        // close() was called, or the client has vanished already: no reason to stop.
      }
    }
  }

  /** The writing thread is the one that ends last. */
  private void write(Session session) {
    try {
      session.write();
    } finally {
      sessions.remove(session);
    }
  }

  /** The port on which clients can connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Frees the port and disconnects everybody; all threads end soon after (LINE-7). */
  @Override
  public void close() {
    try {
      listener.close();
      acceptor.join(); // from now on no session comes in
      sessions.forEach(Session::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Serves on the port given, or on 59000, with the accounts of the file given, until killed. */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 59_000;
    Path accounts = Path.of(args.length > 1 ? args[1] : "accounts.txt");
    RoomsServer server = new RoomsServer(port, accounts);
    System.out.println("LISTENING " + server.port());
  }
}
