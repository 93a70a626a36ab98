package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A program under test that does exactly what a test tells it: one connection, no protocol. */
final class Program implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private Socket socket = new Socket();

  Program() throws IOException {}

  int port() {
    return listener.getLocalPort();
  }

  Program accepts() {
    return with(() -> socket = listener.accept());
  }

  Program connects(int port) {
    return with(() -> socket = new Socket(InetAddress.getLoopbackAddress(), port));
  }

  Program sends(String text) {
    return with(() -> socket.getOutputStream().write(text.getBytes(UTF_8)));
  }

  Program ends() {
    return with(() -> socket.shutdownOutput());
  }

  Program resets() {
    return with(
        () -> {
          socket.setSoLinger(true, 0);
          socket.close();
        });
  }

  String reads(int bytes) {
    try {
      return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  /** All that comes until the end of the stream. */
  String readsAll() {
    return reads(Integer.MAX_VALUE);
  }

  /** All that comes until the connection is cut, by end of stream or reset. */
  String restUntilCut() {
    try {
      return readsAll();
    } catch (UncheckedIOException reset) {
      return "";
    }
  }

  /** Sends the same bytes without end, on a thread of its own, until the connection breaks. */
  Thread floods(String text) {
    byte[] much = text.repeat(1 + 65_536 / text.length()).getBytes(UTF_8);
    return Thread.ofVirtual().start(() -> flood(much));
  }

  private void flood(byte[] much) {
    try {
      while (true) {
        socket.getOutputStream().write(much);
      }
    } catch (IOException torn) {
      // that is its end
    }
  }

  private interface Act {
    void run() throws IOException;
  }

  private Program with(Act act) {
    try {
      act.run();
      return this;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    listener.close();
  }
}
