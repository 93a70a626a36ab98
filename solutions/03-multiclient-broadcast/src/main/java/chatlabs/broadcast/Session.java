package chatlabs.broadcast;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Pattern;

/** One client: a thread reads what it sends, another one writes what it is to hear. */
final class Session {
  private static final int LINE_LIMIT = 1_024;
  private static final Duration PATIENCE = Duration.ofMillis(500); // with a client after BYE
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,16}");

  private final Socket client;
  private final Room room;
  private final Outbox outbox;
  private String name; // null until it has one, and again when it has left

  Session(Socket client, Room room) {
    this.client = client;
    this.room = room;
    this.outbox = new Outbox(client);
  }

  /** Reads and answers until the client leaves, in whatever way; for one thread (CAST-9). */
  void read() {
    try {
      client.setTcpNoDelay(true); // the outbox collects lines already, TCP need not
      outbox.send("NAME?");
      LineReader lines = new LineReader(client.getInputStream(), LINE_LIMIT);
      while (answer(lines.next())) {
        // answer() has done it
      }
    } catch (IOException vanished) {
      // Reset, or dropped, or closed: it leaves as the others do.
    } finally {
      leave();
      outbox.end();
    }
  }

  /** Writes what is in the outbox until its end, and disconnects; for another thread. */
  void write() {
    try (client) {
      outbox.writeTo(client.getOutputStream());
      client.shutdownOutput();
      drain();
    } catch (IOException vanished) {
      // Nobody is left to write to; the reading thread learns it, too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it ends now
    }
  }

  /** Answers one line, and returns whether the session goes on. */
  private boolean answer(Line line) {
    return switch (line) {
      case Line.End end -> false;
      case Line.TooLong tooLong -> reply("ERR too-long");
      case Line.Text text when name == null -> takeName(text.text());
      case Line.Text text -> hear(text.text());
    };
  }

  /** Enters the room under this name, or asks for another one (CAST-1 to CAST-3). */
  private boolean takeName(String wanted) {
    // <solution 4: refuse a bad name, enter the room, or refuse a name that is taken>
    if (!NAME.matcher(wanted).matches()) {
      return reply("ERR bad-name") && reply("NAME?");
    }
    if (!room.enter(wanted, outbox)) {
      return reply("ERR name-taken") && reply("NAME?");
    }
    name = wanted;
    return true;
    // </solution>
  }

  /** Obeys a command, or lets the others hear a text (CAST-5, CAST-8, CAST-11). */
  private boolean hear(String text) {
    // <solution 6: empty, /quit, /who, other commands, and all the rest without control characters>
    if (text.isEmpty()) {
      return true;
    }
    if (text.equals("/quit")) {
      leave();
      reply("BYE");
      return false;
    }
    if (text.equals("/who")) {
      return reply(room.online());
    }
    if (text.startsWith("/")) {
      return reply("ERR unknown-command");
    }
    room.say(name, withoutControls(text));
    return true;
    // </solution>
  }

  // <solution-only>
  private static String withoutControls(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = text.length() - 1; i >= 0; i--) { // backwards: what is left to do stays in place
      char c = text.charAt(i);
      if (c != '\t' && Character.isISOControl(c)) {
        clean.deleteCharAt(i);
      }
    }
    return clean.toString();
  }

  // </solution-only>
  /** Leaves the room, if it is there: the others are told once. */
  private void leave() {
    if (name != null) {
      room.leave(name);
      name = null;
    }
  }

  private boolean reply(String line) {
    outbox.send(line);
    return true;
  }

  /** Reads what comes after the end: closing with unread bytes would reset the connection. */
  private void drain() throws IOException {
    long start = System.nanoTime();
    client.setSoTimeout((int) PATIENCE.toMillis());
    byte[] waste = new byte[8_192];
    while (client.getInputStream().read(waste) >= 0
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      // A client that goes on and on is not waited for.
    }
  }

  /** Disconnects the client at once; both threads end by that. */
  void close() {
    outbox.drop();
  }
}
