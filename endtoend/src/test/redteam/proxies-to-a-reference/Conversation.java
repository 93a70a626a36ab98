package chatlabs.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Has somebody else do the work. */
final class Conversation {
  private final Socket client;

  Conversation(Socket client) {
    this.client = client;
  }

  void hold() throws IOException {
    try (var other = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt("%REFERENCE%"))) {
      var back = new Thread(() -> hand(other, client));
      back.setDaemon(true);
      back.start();
      hand(client, other);
    }
  }

  private static void hand(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      System.out.println(gone);
    }
  }
}
