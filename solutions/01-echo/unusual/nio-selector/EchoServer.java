// Unusual: one thread and a Selector serve all clients at the same time, without blocking.
package chatlabs.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Acknowledges every line: the loop of one thread that never waits for a single client. */
public final class EchoServer implements AutoCloseable {
  private static final long TICK_MILLIS = 100;

  private final ServerSocketChannel listener;
  private final Selector selector;
  private final int port;
  private final Thread loop;
  private volatile boolean closed;

  public EchoServer(int port) throws IOException {
    listener = ServerSocketChannel.open();
    selector = Selector.open();
    try {
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(new InetSocketAddress(port));
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      listener.close();
      selector.close();
      throw e;
    }
    this.port = listener.socket().getLocalPort();
    loop = new Thread(this::loop, "echo-loop");
    loop.start();
  }

  private void loop() {
    try (selector;
        listener) {
      while (!closed) {
        selector.select(this::handle, TICK_MILLIS);
        selector.keys().forEach(EchoServer::dropWhenOverdue);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.selectNow(); // channels are really closed only when the selector has let go of them
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (key.attachment() instanceof Peer peer) {
        peer.go(key);
      }
    } catch (IOException e) {
      drop(key); // the client has vanished
    }
  }

  private void accept() throws IOException {
    SocketChannel client = listener.accept();
    if (client != null) {
      client.configureBlocking(false);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      client.register(selector, SelectionKey.OP_READ, new Peer(client));
    }
  }

  private static void dropWhenOverdue(SelectionKey key) {
    if (key.attachment() instanceof Peer peer && peer.overdue()) {
      drop(key);
    }
  }

  private static void drop(SelectionKey key) {
    if (key.channel() instanceof SocketChannel client) {
      try {
        client.close();
      } catch (IOException e) {
        // It has gone anyway.
      }
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws IOException {
    EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12_345);
    System.out.println("LISTENING " + server.port());
  }
}
