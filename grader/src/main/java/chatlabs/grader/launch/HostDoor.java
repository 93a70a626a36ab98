package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.wire.TimeBudget;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.UUID;

/**
 * Where one host reports: a loopback port for one connection, and a token that only it was told, so
 * that no other program on the machine is taken for it.
 */
final class HostDoor implements AutoCloseable {
  private static final int TURN_MILLIS = 200;
  private static final int LONGEST_HELLO = 200;

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final String token = UUID.randomUUID().toString();

  HostDoor() throws IOException {}

  /** What the host has to be told. */
  String invitation() {
    return socket.getLocalPort() + " " + token;
  }

  /**
   * Waits for the host; gives up when its process has ended, or after this long in {@link
   * TimeBudget}'s time: on a crowded machine a JVM may have no processor for a while.
   */
  Socket accept(Process process, Duration longest) throws IOException {
    var budget = new TimeBudget(longest);
    socket.setSoTimeout(TURN_MILLIS);
    while (!budget.isSpent()) {
      try {
        var candidate = socket.accept();
        if (isHost(candidate)) {
          candidate.setTcpNoDelay(true);
          return candidate;
        }
        candidate.close();
      } catch (SocketTimeoutException notYet) {
        if (!process.isAlive()) {
          throw new IOException("the JVM ended at its start, status " + process.exitValue());
        }
      }
    }
    throw new IOException("the JVM did not report within " + longest.toSeconds() + " s");
  }

  /** Whatever else connects, and however it ends, must not keep the host out. */
  private boolean isHost(Socket candidate) {
    try {
      return showsToken(candidate);
    } catch (IOException stranger) {
      return false;
    }
  }

  private boolean showsToken(Socket candidate) throws IOException {
    candidate.setSoTimeout(TURN_MILLIS * 50);
    var hello = new StringBuilder();
    for (int c = candidate.getInputStream().read(); c >= 0 && c != '\n'; ) {
      hello.append((char) c);
      if (hello.length() > LONGEST_HELLO) {
        return false;
      }
      c = candidate.getInputStream().read();
    }
    candidate.setSoTimeout(0);
    try {
      byte[] json = hello.toString().getBytes(UTF_8);
      var parsed = JsonParser.object().from(new String(json, UTF_8));
      return token.equals(parsed.getString("token"));
    } catch (JsonParserException stranger) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
