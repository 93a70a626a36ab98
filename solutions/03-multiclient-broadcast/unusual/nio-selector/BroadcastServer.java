// Unusual: one thread for all clients, which sleeps in a selector and never blocks anywhere else.
package chatlabs.broadcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The chat room with a selector. */
public final class BroadcastServer implements AutoCloseable {
  final Map<String, Peer> users = new TreeMap<>();

  private final ServerSocketChannel listener;
  private final Selector selector;
  private final Thread thread;
  private volatile boolean closed;

  public BroadcastServer(int port) throws IOException {
    listener = ServerSocketChannel.open();
    try {
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(new InetSocketAddress(port), 500);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    listener.configureBlocking(false);
    selector = Selector.open();
    listener.register(selector, SelectionKey.OP_ACCEPT);
    thread = new Thread(this::serve, "chat-selector");
    thread.start();
  }

  private void serve() {
    try (selector;
        listener) {
      while (!closed) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isValid() && key.isAcceptable()) {
            accept();
          } else if (key.isValid()) {
            ((Peer) key.attachment()).go();
          }
        }
        selector.selectedKeys().clear();
        selector.keys().forEach(this::endLate);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endLate(SelectionKey key) {
    if (key.attachment() instanceof Peer peer) {
      peer.endIfLate();
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = listener.accept();
    if (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Peer peer = new Peer(this, channel);
      peer.key = channel.register(selector, SelectionKey.OP_READ, peer);
      peer.send("NAME?");
    }
  }

  void tellOthers(String name, String line) {
    List<Peer> others = new ArrayList<>(users.values()); // send() may remove one that is too slow
    others.remove(users.get(name));
    others.forEach(other -> other.send(line));
  }

  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void close() {
    closed = true;
    if (selector.isOpen()) {
      selector.wakeup();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws IOException {
    BroadcastServer server =
        new BroadcastServer(args.length > 0 ? Integer.parseInt(args[0]) : 4_000);
    System.out.println("LISTENING " + server.port());
  }
}
