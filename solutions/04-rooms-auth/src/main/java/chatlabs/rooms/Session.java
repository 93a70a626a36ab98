package chatlabs.rooms;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** One client: a thread reads what it asks, another one writes what it is to hear. */
final class Session {
  private static final int LINE_LIMIT = 1_024;
  private static final int LOGIN_TRIES = 5;
  private static final Duration PATIENCE = Duration.ofMillis(500); // with a client after the end

  private final Socket client;
  private final Accounts accounts;
  private final Online online;
  private final Rooms rooms;
  private final Outbox outbox;

  // All that follows belongs to the reading thread.
  private String name; // null until it has logged in, and again when it has left
  private int refusedLogins;
  private boolean over;

  Session(Socket client, Accounts accounts, Online online, Rooms rooms) {
    this.client = client;
    this.accounts = accounts;
    this.online = online;
    this.rooms = rooms;
    this.outbox = new Outbox(client);
  }

  /** Reads and answers until the client leaves, in whatever way; for one thread. */
  void read() {
    try {
      client.setTcpNoDelay(true); // the outbox collects lines already, TCP need not
      LineReader lines = new LineReader(client.getInputStream(), LINE_LIMIT);
      while (!over) {
        hear(lines.next());
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

  private void hear(Line line) {
    switch (line) {
      case Line.End end -> over = true;
      case Line.TooLong tooLong -> reply(new Answer.Refused("too-long"));
      case Line.Text text -> reply(answer(Request.parse(text.text())));
    }
  }

  /** Does what is asked, and says how it went. */
  private Answer answer(Request request) {
    if (name == null && request.needsLogin()) {
      return new Answer.Refused("login-first");
    }
    return switch (request) {
      case Request.Register it -> register(it.name(), it.password());
      case Request.Login it -> login(it.name(), it.password());
      case Request.Join it -> join(it.room());
      case Request.Leave it ->
          rooms.leave(it.room(), name) ? new Answer.Left(it.room()) : refused("not-in-room");
      case Request.Say it -> say(it.room(), Names.clean(it.text()));
      case Request.Tell it -> tell(it.name(), Names.clean(it.text()));
      case Request.ListRooms it -> new Answer.RoomList(rooms.names());
      case Request.Who it -> who(it.room());
      case Request.Quit it -> quit();
      case Request.BadArguments it -> refused("bad-arguments");
      case Request.Unknown it -> refused("unknown-command");
    };
  }

  private Answer register(String wanted, String password) {
    if (!Names.isUser(wanted)) {
      return refused("bad-name");
    }
    if (!Names.isPassword(password)) {
      return refused("weak-password");
    }
    try {
      return accounts.register(wanted, password)
          ? new Answer.Registered()
          : refused("name-taken");
    } catch (IOException e) {
      System.err.println("The accounts cannot be saved: " + e);
      return refused("not-saved");
    }
  }

  /** Logs in (ROOMS-3, ROOMS-6); after five refusals for the credentials the session is over. */
  private Answer login(String wanted, String password) {
    // <solution 8: already-logged-in; bad-credentials, and count; already-online; or Welcome>
    if (name != null) {
      return refused("already-logged-in");
    }
    if (!accounts.admits(wanted, password)) {
      over = ++refusedLogins == LOGIN_TRIES;
      return refused("bad-credentials");
    }
    if (!online.enter(wanted, outbox)) {
      return refused("already-online");
    }
    name = wanted;
    return new Answer.Welcome(name);
    // </solution>
  }

  private Answer join(String room) {
    if (!Names.isRoom(room)) {
      return refused("bad-room");
    }
    return rooms.join(room, name, outbox) ? new Answer.Joined(room) : refused("already-in-room");
  }

  private Answer say(String room, String text) {
    if (text.isEmpty()) {
      return refused("empty-message");
    }
    return rooms.say(room, name, text) ? new Answer.Sent() : refused("not-in-room");
  }

  private Answer tell(String receiver, String text) {
    if (text.isEmpty()) {
      return refused("empty-message");
    }
    return online.tell(receiver, name, text) ? new Answer.Sent() : refused("no-such-user");
  }

  private Answer who(String room) {
    List<String> members = rooms.members(room);
    return members.contains(name) ? new Answer.Members(members) : refused("not-in-room");
  }

  private Answer quit() {
    leave(); // before the answer: it is the last line
    over = true;
    return new Answer.Bye();
  }

  /** Leaves all rooms, if it has logged in: the others are told once (ROOMS-11). */
  private void leave() {
    if (name != null) {
      // <solution 15: leave all rooms, then go offline; see to it that this happens once>
      rooms.leaveAll(name);
      online.leave(name);
      name = null;
      // </solution>
    }
  }

  private static Answer refused(String code) {
    return new Answer.Refused(code);
  }

  private void reply(Answer answer) {
    outbox.send(answer.line());
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
