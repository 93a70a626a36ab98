package chatlabs.grader.check;

import chatlabs.grader.host.Ref;
import chatlabs.grader.wire.Listener;
import chatlabs.grader.wire.Peer;
import java.util.List;

/**
 * A person in front of the program. What this person says is what the program's reader gives; what
 * the program writes and flushes is what this person receives. Both are made of the JDK's own
 * classes beside the program, wherever it runs: a socket there is connected to the check.
 *
 * @param reader a {@link java.io.Reader} to be given to the program, UTF-8
 * @param writer a {@link java.io.Writer} to be given to the program, UTF-8; buffers until flushed
 * @param person the check's end; its half-close is the reader's end
 */
public record Terminal(Ref reader, Ref writer, Peer person) {
  private static final String CHARSET = "UTF-8";

  static Terminal open(Calls calls, Listener listener) {
    Ref socket = calls.make("java.net.Socket", List.of("localhost", listener.port()));
    Peer person = listener.accept();
    return new Terminal(
        end(calls, "java.io.InputStreamReader", socket, "getInputStream"),
        end(calls, "java.io.OutputStreamWriter", socket, "getOutputStream"),
        person);
  }

  private static Ref end(Calls calls, String className, Ref socket, String stream) {
    if (calls.call(socket, stream, List.of()) instanceof Ref bytes) {
      return calls.make(className, List.of(bytes, CHARSET));
    }
    throw new IllegalStateException("a socket without " + stream);
  }
}
