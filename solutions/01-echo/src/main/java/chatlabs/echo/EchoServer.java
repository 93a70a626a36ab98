package chatlabs.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

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
    // <solution 1: make a ServerSocket, set its reuseAddress, bind it to the port, and return it>
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    // </solution>
  }

  /** Serves clients until the listener is closed; a vanished client does not end it (LINE-6). */
  private void serveClients() {
    // <solution 2: accept a client, keep it in the field, hold a Conversation, close it; repeat>
    while (!listener.isClosed()) {
      try (Socket accepted = listener.accept()) {
        client = accepted;
        if (!listener.isClosed()) { // else close() came too early to see this client
          new Conversation(accepted).hold();
        }
      } catch (IOException e) {
        // The client has vanished, or close() was called: no reason to let the next one down.
      }
    }
    // </solution>
  }

  /** The port on which clients can connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Disconnects everybody, frees the port, and waits for the thread's end (LINE-7). */
  @Override
  public void close() {
    // <solution 8: close the listener, then the client if there is one, and join the thread>
    try {
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
    // </solution>
  }

  /** Serves on the port given, or on 12345, until it is killed. */
  public static void main(String[] args) throws IOException {
    EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12_345);
    System.out.println("LISTENING " + server.port());
  }
}
