package chatlabs.grader.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kit with small labs, made for a test. */
record Kit(Path home) {
  static final String PROPERTIES =
      """
      title=A server that acknowledges every line
      package=chatlabs.echo
      classes=EchoServer, EchoClient
      server=EchoServer
      port=12345
      """;

  Kit lab(String id, String properties) throws IOException {
    return file("labs/" + id + "/lab.properties", properties);
  }

  Kit file(String path, String text) throws IOException {
    var file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
    return this;
  }

  Kit solution(String path, String text) throws IOException {
    return file("solutions/01-echo/" + path, text);
  }

  Lab echo() {
    return Labs.find(home, "1");
  }
}
