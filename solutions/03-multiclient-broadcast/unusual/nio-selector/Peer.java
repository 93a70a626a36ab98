// Unusual: lines are collected from whatever a read has brought, and written as far as they fit.
package chatlabs.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One client of the selector. */
final class Peer {
  private static final int LIMIT = 1_024;
  private static final int BOUND = 10_000;

  SelectionKey key;
  private final BroadcastServer server;
  private final SocketChannel channel;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
  private String name;
  private boolean ending; // nothing more is answered
  private boolean ended; // the client's output
  private long deadline;

  Peer(BroadcastServer server, SocketChannel channel) {
    this.server = server;
    this.channel = channel;
  }

  void go() {
    try {
      if (key.isReadable()) {
        read();
      }
      if (key.isValid()) {
        write();
      }
    } catch (IOException vanished) {
      vanish();
    }
  }

  private void read() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16_384);
    int length = channel.read(buffer);
    buffer.flip();
    while (buffer.hasRemaining() && !ending) {
      byte b = buffer.get();
      if (b == '\n') {
        take(true);
      } else if (line.size() < LIMIT + 2) {
        line.write(b);
      }
    }
    if (length < 0 && deadline > 0) {
      channel.close();
    } else if (length < 0) {
      ended = true;
      if (line.size() > 0 && !ending) {
        take(false);
      }
      end();
    }
  }

  private void take(boolean complete) {
    byte[] bytes = line.toByteArray();
    line.reset();
    int length = bytes.length;
    if (complete && length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    if (length > LIMIT) {
      send("ERR too-long");
    } else {
      answer(new String(bytes, 0, length, UTF_8));
    }
  }

  private void answer(String text) {
    if (name == null) {
      enter(text);
    } else if (text.equals("/quit")) {
      leave();
      send("BYE");
      end();
    } else if (text.equals("/who")) {
      send("* online: " + String.join(", ", server.users.keySet()));
    } else if (text.startsWith("/")) {
      send("ERR unknown-command");
    } else if (!text.isEmpty()) {
      String clean = text.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F]", "");
      server.tellOthers(name, name + ": " + clean);
    }
  }

  private void enter(String wanted) {
    if (!wanted.matches("[A-Za-z0-9_-]{1,16}")) {
      send("ERR bad-name");
      send("NAME?");
    } else if (server.users.putIfAbsent(wanted, this) != null) {
      send("ERR name-taken");
      send("NAME?");
    } else {
      name = wanted;
      send("WELCOME " + name);
      send("* online: " + String.join(", ", server.users.keySet()));
      server.tellOthers(name, "* " + name + " has joined the chat room.");
    }
  }

  private void leave() {
    if (name != null) {
      String left = name;
      name = null;
      server.users.remove(left);
      server.tellOthers(left, "* " + left + " has left the chat room.");
    }
  }

  void send(String text) {
    if (!channel.isOpen()) {
      return;
    }
    if (waiting.size() == BOUND) {
      vanish();
      return;
    }
    waiting.add(ByteBuffer.wrap((text + "\n").getBytes(UTF_8)));
    interest();
  }

  /** Nothing more is answered; the connection ends when all that waits is written. */
  private void end() {
    leave();
    ending = true;
    interest();
  }

  private void write() throws IOException {
    while (!waiting.isEmpty()) {
      ByteBuffer[] some = waiting.stream().limit(500).toArray(ByteBuffer[]::new);
      channel.write(some);
      while (!waiting.isEmpty() && !waiting.peek().hasRemaining()) {
        waiting.remove();
      }
      if (some[some.length - 1].hasRemaining()) {
        break;
      }
    }
    if (ending && waiting.isEmpty() && deadline == 0) {
      channel.shutdownOutput();
      deadline = System.nanoTime() + 500_000_000L; // reads so long what still comes
    }
    if (ended && deadline > 0) {
      channel.close();
    }
    interest();
  }

  void endIfLate() {
    if (deadline > 0 && System.nanoTime() > deadline) {
      vanish();
    }
  }

  private void vanish() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone
    }
    leave();
  }

  private void interest() {
    if (key != null && key.isValid()) {
      boolean toWrite = !waiting.isEmpty() || ending && deadline == 0;
      key.interestOps((ended ? 0 : SelectionKey.OP_READ) | (toWrite ? SelectionKey.OP_WRITE : 0));
    }
  }
}
