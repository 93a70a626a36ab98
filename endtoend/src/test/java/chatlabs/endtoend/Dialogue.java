package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that runs on, with somebody who reads what it prints and types orders. */
final class Dialogue implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final List<String> said = new ArrayList<>();

  Dialogue(Chatlab chatlab, Object... arguments) throws IOException {
    process = chatlab.startTalking(arguments);
    out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** Reads what it prints until a line has this in it; gives back that line. */
  String sees(String what) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.contains(what)) {
        return line;
      }
    }
    throw new AssertionError("no '" + what + "' in " + said);
  }

  /** Reads until a line begins with this word and a number; gives back the number. */
  int seesNumber(String word) throws IOException {
    return Integer.parseInt(sees(word + " ").substring(word.length() + 1));
  }

  void types(String order) throws IOException {
    process.getOutputStream().write((order + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  Process process() {
    return process;
  }

  /** Tells it to end, as Ctrl-C does. */
  void interrupt() {
    process.toHandle().destroy(); // Process.destroy() would close the streams too
  }

  /** Ends it as Ctrl-C does, so that it can end what it has started; with force after a minute. */
  @Override
  public void close() {
    interrupt();
    try {
      if (process.waitFor(1, TimeUnit.MINUTES)) {
        return;
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
