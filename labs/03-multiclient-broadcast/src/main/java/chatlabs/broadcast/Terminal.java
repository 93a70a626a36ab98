package chatlabs.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;

/**
 * The window of a person who chats: lines come in above the line that is being typed, and leave it
 * as it is. Given: nothing to do here.
 *
 * <p>For that, the terminal must hand over each key at once, and must not show it by itself. Java
 * cannot ask for that; {@code stty} can, on Linux and macOS. Elsewhere lines simply follow another.
 */
final class Terminal implements AutoCloseable {
  private static final String PROMPT = "> ";
  private static final char ESCAPE = 27;

  private final Reader keys = new InputStreamReader(System.in, UTF_8);
  private final PrintStream display = new PrintStream(System.out, true, UTF_8);
  private final boolean raw;
  private final int width;
  private final StringBuilder typed = new StringBuilder(); // guarded by this

  private Terminal(boolean raw, int width) {
    this.raw = raw;
    this.width = width;
  }

  /** Takes the terminal over, until {@code close}. */
  static Terminal open() throws IOException {
    boolean raw = System.console() != null && !stty("-icanon", "-echo", "min", "1").equals("?");
    String[] size = raw ? stty("size").split(" ") : new String[0];
    int width = size.length == 2 ? Integer.parseInt(size[1]) : 0;
    Terminal terminal = new Terminal(raw, width > 0 ? width : 80); // 0: it does not know
    if (raw) { // also when it ends by Ctrl-C
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stty("icanon", "echo")));
    }
    terminal.redraw("");
    return terminal;
  }

  /** What is typed, line by line; a line can be read once Enter was pressed. */
  Reader keyboard() {
    return raw ? new Keyboard() : keys;
  }

  /** Where the lines go that come in; each is shown when it is flushed. */
  Writer screen() {
    return new Screen();
  }

  @Override
  public void close() {
    display.print("\r\n");
    if (raw) {
      stty("icanon", "echo");
    }
  }

  /** Writes these lines where the typed one stands, and that one again below them. */
  private synchronized void redraw(String lines) {
    if (!raw) {
      display.print(lines);
      return;
    }
    int room = Math.max(1, width - PROMPT.length() - 1);
    String end = typed.substring(Math.max(0, typed.length() - room));
    display.print("\r" + ESCAPE + "[K" + lines + PROMPT + end);
  }

  /** Takes one key; a line, when it was Enter; null, when nothing more will be typed. */
  private synchronized String press(int key) {
    switch (key) {
      case -1 -> {
        return null;
      }
      case 4 -> { // Ctrl-D
        return typed.isEmpty() ? null : "";
      }
      case '\r', '\n' -> {
        return enter();
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
    return "";
  }

  private String enter() {
    String line = typed + "\n";
    typed.setLength(0);
    redraw(line.equals("\n") ? "" : PROMPT + line);
    return line;
  }

  /** How many chars the last character has: an emoji has two. */
  private int lastLength() {
    return typed.isEmpty() ? 0 : Character.charCount(typed.codePointBefore(typed.length()));
  }

  /** Runs stty on this terminal; gives what it prints, or "?" when there is no such thing. */
  private static String stty(String... arguments) {
    try {
      var command = new ProcessBuilder("stty").redirectInput(ProcessBuilder.Redirect.INHERIT);
      command.command().addAll(java.util.List.of(arguments));
      Process process = command.start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? printed : "?";
    } catch (IOException noSuchCommand) {
      return "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  private final class Keyboard extends Reader {
    private Reader line = new StringReader("");

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = line.read(target, offset, length);
      while (count <= 0) {
        int key = keys.read();
        if (key == ESCAPE) {
          skipSequence();
          continue;
        }
        String entered = press(key);
        if (entered == null) {
          return -1;
        }
        line = new StringReader(entered);
        count = line.read(target, offset, length);
      }
      return count;
    }

    /** Arrows and function keys come as ESC [ … letter: they do nothing here. */
    private void skipSequence() throws IOException {
      if (keys.ready() && (keys.read() == '[')) {
        int key = keys.read();
        while (key >= 0 && key < '@') {
          key = keys.read();
        }
      }
    }

    @Override
    public void close() {
      // the keyboard stays
    }
  }

  private final class Screen extends Writer {
    private final StringBuilder lines = new StringBuilder();

    @Override
    public void write(char[] source, int offset, int length) {
      lines.append(source, offset, length);
    }

    @Override
    public void flush() {
      redraw(lines.toString());
      lines.setLength(0);
    }

    @Override
    public void close() {
      flush();
    }
  }
}
