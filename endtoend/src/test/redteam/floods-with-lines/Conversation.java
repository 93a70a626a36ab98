package chatlabs.echo;

import java.io.IOException;
import java.net.Socket;

/** Answers each line with lines without end. */
final class Conversation {
  private final Socket client;

  Conversation(Socket client) {
    this.client = client;
  }

  void hold() throws IOException {
    client.getInputStream().read();
    byte[] lines = "ACK 1 x\n".repeat(10_000).getBytes();
    while (true) {
      client.getOutputStream().write(lines);
    }
  }
}
