package chatlabs.echo;

import java.io.IOException;
import java.net.ServerSocket;

/** Sends a gigabyte to whoever connects. */
public final class EchoServer implements AutoCloseable {
  private int number;

  private static void flood(ServerSocket listener) {
    byte[] much = new byte[1 << 20];
    while (true) {
      try (var client = listener.accept()) {
        for (int i = 0; i < 1024; i++) {
          client.getOutputStream().write(much);
        }
      } catch (IOException gone) {
        System.out.println(gone);
      }
    }
  }

  public EchoServer(int port) throws Exception {
    var listener = new ServerSocket(0);
    number = listener.getLocalPort();
    Thread flood = new Thread(() -> flood(listener));
    flood.start();
  }

  public int port() {
    return number;
  }

  @Override
  public void close() {}
}
