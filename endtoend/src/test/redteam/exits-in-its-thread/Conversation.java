package chatlabs.echo;

import java.io.IOException;
import java.net.Socket;

/** Ends the program in the thread that serves. */
final class Conversation {
  private final Socket client;

  Conversation(Socket client) {
    this.client = client;
  }

  void hold() throws IOException {
    client.getInputStream().read();
    System.exit(0);
  }
}
