package chatlabs.grader.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kit with one lab whose pages hold; tests make them drift. */
final class SmallKit {
  static final String HANDOUT = "handouts/07-ping.md";
  static final String PROTOCOL = "docs/protocols/07-ping.md";
  static final String SERVER = "labs/07-ping/src/main/java/lab/ping/PingServer.java";

  private static final String HANDOUT_TEXT =
      """
      # Lab 7: ping

      See [the protocol](../docs/protocols/07-ping.md#ping-and-pong) and [below](#the-tasks).

      - **PING-1** means that `ping` is answered.
      - **ALL-1** is about everything.

      ## The tasks

      TODO 1 makes PingServerTest#answers_ping pass:

      <!-- from: labs/07-ping/src/main/java/lab/ping/PingServer.java -->
      ```java
      String answer() {
        throw new UnsupportedOperationException("TODO 1: answer");
      }
      ```

      <!-- session: 07-ping -->
      ```text
      you > ping
      you < pong
      ```
      """;

  private final Path home;

  SmallKit(Path home) {
    this.home = home;
    write("docs/protocols/README.md", "# All\n\n- **ALL-1** Everything.\n");
    write(PROTOCOL, "# Ping and pong\n\n- **PING-1** `ping` is answered with `pong`.\n");
    write(HANDOUT, HANDOUT_TEXT);
    write(
        "labs/07-ping/lab.properties",
        "title=Ping\npackage=lab.ping\nclasses=PingServer\nserver=PingServer\nport=4007\n");
    write(
        SERVER,
        """
        package lab.ping;

        public final class PingServer {
          String answer() {
            throw new UnsupportedOperationException("TODO 1: answer");
          }
        }
        """);
    write(
        "labs/07-ping/src/test/java/lab/ping/PingServerTest.java",
        "class PingServerTest {\n  void answers_ping() {}\n}\n");
  }

  SmallKit write(String name, String text) {
    try {
      var file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SmallKit replace(String name, String old, String now) {
    var text = KitFiles.text(home.resolve(name));
    if (!text.contains(old)) {
      throw new IllegalArgumentException(name + " has no " + old);
    }
    return write(name, text.replace(old, now));
  }

  SmallKit addToHandout(String text) {
    return write(HANDOUT, KitFiles.text(home.resolve(HANDOUT)) + text);
  }

  List<String> problems() {
    return Handouts.of(home).problems(home).stream().map(Problem::toString).toList();
  }
}
