// Unusual: all clients are served at the same time, each by a virtual thread of its own.
package chatlabs.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Acknowledges every line, all clients at once. */
public final class EchoServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Thread acceptor;
  private final Map<Socket, Thread> conversations = new ConcurrentHashMap<>();

  public EchoServer(int port) throws IOException {
    listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    acceptor = Thread.ofVirtual().name("echo-acceptor").start(this::acceptClients);
  }

  private void acceptClients() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread thread = Thread.ofVirtual().name("echo-client").unstarted(() -> serve(client));
        conversations.put(client, thread);
        thread.start();
      } catch (IOException e) {
        // close() was called, or the client has vanished before it was accepted.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new Conversation(client).hold();
    } catch (IOException e) {
      // The client has vanished.
    } finally {
      conversations.remove(client);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
      acceptor.join(); // from here on there are no newcomers
      for (Map.Entry<Socket, Thread> conversation : conversations.entrySet()) {
        conversation.getKey().close();
        conversation.getValue().join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Serves until killed; virtual threads do not keep the program alive, so main waits. */
  public static void main(String[] args) throws Exception {
    EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12_345);
    System.out.println("LISTENING " + server.port());
    server.acceptor.join();
  }
}
