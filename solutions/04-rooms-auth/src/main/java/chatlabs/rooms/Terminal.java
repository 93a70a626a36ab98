package chatlabs.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.util.List;

/**
 * The window of a person who chats: lines come in above the line that is being typed, and leave it
 * as it is; passwords are typed without being shown. Given: nothing to do here.
 *
 * <p>For that, the terminal must hand over each key at once, and must not show it by itself. Java
 * cannot ask for that; {@code stty} can, on Linux and macOS. Elsewhere lines simply follow another.
 */
final class Terminal implements AutoCloseable {
  private static final char ESCAPE = 27;

  private final Reader keys = new InputStreamReader(System.in, UTF_8);
  private final PrintStream display = new PrintStream(System.out, true, UTF_8);
  private final boolean raw;
  private final int width;
  private final StringBuilder typed = new StringBuilder(); // this and what follows: guarded by this
  private String prompt = "";
  private boolean secret;

  private Terminal(boolean raw, int width) {
    this.raw = raw;
    this.width = width;
  }

  /** Takes the terminal over, until {@code close}. */
  static Terminal open() {
    boolean raw = System.console() != null && !stty("-icanon", "-echo", "min", "1").equals("?");
    String[] size = raw ? stty("size").split(" ") : new String[0];
    int width = size.length == 2 ? Integer.parseInt(size[1]) : 0;
    if (raw) { // also when it ends by Ctrl-C
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stty("icanon", "echo")));
    }
    return new Terminal(raw, width > 0 ? width : 80); // 0: it does not know
  }

  /** Waits for the next line that is typed; null when nothing more will be typed. */
  String line() throws IOException {
    return read("> ", false);
  }

  /** Waits for a line that nobody is to see; null when nothing more will be typed. */
  String password(String wanted) throws IOException {
    Console console = System.console();
    if (!raw && console != null) { // Windows: Java can do this much by itself
      char[] password = console.readPassword("%s", wanted);
      return password == null ? null : new String(password);
    }
    return read(wanted, true);
  }

  /** Shows a line above the one that is being typed. */
  synchronized void show(String line) {
    redraw(line + "\n");
  }

  @Override
  public synchronized void close() {
    prompt = "";
    typed.setLength(0);
    redraw("");
    if (raw) {
      stty("icanon", "echo");
    }
  }

  private String read(String newPrompt, boolean isSecret) throws IOException {
    begin(newPrompt, isSecret);
    while (true) {
      int key = keys.read();
      if (key == ESCAPE) {
        skipSequence();
      } else if (key == '\n' || key == '\r') {
        return enter();
      } else if (!press(key)) {
        return null;
      }
    }
  }

  private synchronized void begin(String newPrompt, boolean isSecret) {
    prompt = newPrompt;
    secret = isSecret;
    redraw("");
  }

  /** Takes one key, and returns whether there may be more. */
  private synchronized boolean press(int key) {
    switch (key) {
      case -1 -> {
        return false;
      }
      case 4 -> { // Ctrl-D
        return !typed.isEmpty();
      }
      case 8, 127 -> typed.setLength(Math.max(0, typed.length() - lastLength()));
      case 21 -> typed.setLength(0); // Ctrl-U
      default -> {
        if (key >= ' ') {
          typed.append((char) key);
        }
      }
    }
    redraw("");
    return true;
  }

  private synchronized String enter() {
    String line = typed.toString();
    typed.setLength(0);
    String kept = prompt + (secret ? "" : line) + "\n";
    prompt = "> ";
    secret = false;
    redraw(line.isEmpty() || !raw ? "" : kept);
    return line;
  }

  /** Writes these lines where the typed one stands, and that one again below them. */
  private void redraw(String lines) {
    if (!raw) {
      display.print(lines);
      return;
    }
    int room = Math.max(1, width - prompt.length() - 1);
    String seen = secret ? "" : typed.substring(Math.max(0, typed.length() - room));
    display.print("\r" + ESCAPE + "[K" + lines + prompt + seen);
  }

  /** How many chars the last character has: an emoji has two. */
  private int lastLength() {
    return typed.isEmpty() ? 0 : Character.charCount(typed.codePointBefore(typed.length()));
  }

  /** Arrows and function keys come as ESC [ … letter: they do nothing here. */
  private void skipSequence() throws IOException {
    if (keys.ready() && keys.read() == '[') {
      int key = keys.read();
      while (key >= 0 && key < '@') {
        key = keys.read();
      }
    }
  }

  /** Runs stty on this terminal; gives what it prints, or "?" when there is no such thing. */
  private static String stty(String... arguments) {
    try {
      ProcessBuilder command = new ProcessBuilder("stty");
      command.command().addAll(List.of(arguments));
      Process process = command.redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? printed : "?";
    } catch (IOException noSuchCommand) {
      return "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }
}
