// Unusual: slow; it takes 100 milliseconds to turn to a client, and as long to close.
package chatlabs.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Acknowledges every line, one client after another.
 *
 * <p>Start here with TODO 1; go on with 3 in LineReader, 4 in Conversation, 9 in EchoClient.
 */
public final class EchoServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Thread thread;
  private volatile Socket client; // the one that is being served; close() needs it

  /** Listens on a port (0: any free one), and serves in a thread of its own (LINE-8). */
  public EchoServer(int port) throws IOException {
    listener = listen(port);
    thread = new Thread(this::serveClients, "echo-server");
    thread.start();
  }

  /** Opens the listening socket; SO_REUSEADDR has to be set before bind (LINE-7, LINE-8). */
  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Serves clients until the listener is closed; a vanished client does not end it (LINE-6). */
  private void serveClients() {
    while (!listener.isClosed()) {
      try (Socket accepted = listener.accept()) {
        client = accepted;
        if (!listener.isClosed()) { // else close() came too early to see this client
          LockSupport.parkNanos(Duration.ofMillis(100).toNanos()); // stands for slow work
          new Conversation(accepted).hold();
        }
      } catch (IOException e) {
        // The client has vanished, or close() was called: no reason to let the next one down.
      }
    }
  }

  /** The port on which clients can connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Disconnects everybody, frees the port, and waits for the thread's end (LINE-7). */
  @Override
  public void close() {
    try {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      listener.close();
      Socket served = client;
      if (served != null) {
        served.close();
      }
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the thread ends without being waited for
    }
  }

  /** Serves on the port given, or on 12345, until it is killed. */
  public static void main(String[] args) throws IOException {
    EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12_345);
    System.out.println("LISTENING " + server.port());
  }
}
