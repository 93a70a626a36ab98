package chatlabs.echo;

import java.io.IOException;
import java.net.Socket;

/** An endless loop instead of an answer. */
final class Conversation {
  private final Socket client;

  Conversation(Socket client) {
    this.client = client;
  }

  void hold() throws IOException {
    while (!client.isClosed()) {
      Thread.onSpinWait();
    }
  }
}
