// Unusual: an ExecutorService with a thread for each client, and all in one class. ERR too-long
// goes out as soon as the limit is passed, and replies have no trailing spaces.
package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Acknowledges every line, a thread for each client. */
public class EchoServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService pool;
  private final Set<Socket> clients = new HashSet<>();
  private boolean closed;

  public EchoServer(int port) throws IOException {
    listener = new ServerSocket(port); // the JDK sets SO_REUSEADDR by itself on Linux and macOS
    pool = Executors.newCachedThreadPool();
    pool.execute(this::acceptClients);
  }

  private void acceptClients() {
    while (true) {
      try {
        Socket client = listener.accept();
        synchronized (this) {
          if (closed) {
            client.close();
            return;
          }
          clients.add(client);
          pool.execute(() -> serve(client));
        }
      } catch (IOException e) {
        if (listener.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket client) {
    try {
      client.setTcpNoDelay(true);
      talk(client);
    } catch (IOException e) {
      // The client has vanished.
    } finally {
      leave(client);
    }
  }

  private void talk(Socket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean refused = false;
    int n = 0;
    for (int b = in.read(); ; b = in.read()) {
      if (b == '\n' || b == -1) {
        String text = text(line.toByteArray(), b == '\n');
        boolean nothing = b == -1 && line.size() == 0;
        if (!refused && !nothing) {
          if ("exit".equals(text)) {
            write(client, "BYE");
            sayGoodbye(client, in);
            return;
          }
          write(client, text == null ? "ERR too-long" : ("ACK " + ++n + " " + text));
        }
        if (b == -1) {
          return;
        }
        line.reset();
        refused = false;
      } else if (!refused) {
        line.write(b);
        if (line.size() > 1_025) {
          write(client, "ERR too-long");
          refused = true;
          line.reset();
        }
      }
    }
  }

  /** Returns the text of a line, or null for one that is too long by a single byte. */
  private static String text(byte[] bytes, boolean complete) {
    int length = bytes.length;
    if (complete && length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    return length > 1_024 ? null : new String(bytes, 0, length, UTF_8);
  }

  private static void write(Socket client, String reply) throws IOException {
    client.getOutputStream().write((reply.replaceFirst(" +$", "") + '\n').getBytes(UTF_8));
  }

  private static void sayGoodbye(Socket client, InputStream in) throws IOException {
    client.shutdownOutput();
    client.setSoTimeout(1_000);
    int patience = 1_000_000;
    while (patience-- > 0 && in.read() >= 0) {}
  }

  private void leave(Socket client) {
    synchronized (this) {
      clients.remove(client);
    }
    try {
      client.close();
    } catch (IOException e) {
      // It has gone anyway.
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      for (Socket client : clients) {
        try {
          client.close();
        } catch (IOException e) {
          // It has gone anyway.
        }
      }
    }
    try {
      listener.close();
      pool.shutdown();
      pool.awaitTermination(2, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws IOException {
    EchoServer server = new EchoServer(args.length > 0 ? Integer.parseInt(args[0]) : 12345);
    System.out.println("LISTENING " + server.port());
  }
}
