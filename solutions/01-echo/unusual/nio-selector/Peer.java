package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One client of the selector's loop: its line so far, and its replies that are not sent yet. */
final class Peer {
  private static final int LIMIT = 1_024;

  private enum State {
    TALKING,
    LAST_REPLIES,
    EXITING,
    DRAINING
  }

  private final SocketChannel client;
  private final ByteBuffer in = ByteBuffer.allocate(4_096);
  private final byte[] line = new byte[LIMIT + 1]; // one more for a CR
  private int length;
  private boolean refused;
  private int count;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private State state = State.TALKING;
  private long goodbye;

  Peer(SocketChannel client) {
    this.client = client;
  }

  /** Reads, answers and writes as far as it goes without waiting. */
  void go(SelectionKey key) throws IOException {
    if (state == State.DRAINING) {
      drain();
      return;
    }
    boolean ended = key.isReadable() && !out.hasRemaining() && read();
    if (ended && state == State.TALKING) {
      if (length > 0) {
        lineEnds(false);
      }
      state = state == State.EXITING ? State.EXITING : State.LAST_REPLIES;
    }
    client.write(out);
    if (out.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE); // read no more before this client has read
      return;
    }
    key.interestOps(SelectionKey.OP_READ);
    afterReplies();
  }

  private void afterReplies() throws IOException {
    switch (state) {
      case LAST_REPLIES -> client.close();
      case EXITING -> {
        client.shutdownOutput();
        goodbye = System.nanoTime();
        state = State.DRAINING;
      }
      case TALKING, DRAINING -> {
        // The next line comes when it comes.
      }
    }
  }

  /** Whether the client has had its time to close after BYE. */
  boolean overdue() {
    return state == State.DRAINING && System.nanoTime() - goodbye > 500_000_000L;
  }

  private boolean read() throws IOException {
    in.clear();
    boolean ended = client.read(in) < 0;
    in.flip();
    while (in.hasRemaining() && state == State.TALKING) {
      take(in.get());
    }
    return ended;
  }

  private void take(byte b) {
    if (b == '\n') {
      lineEnds(true);
    } else if (length < line.length) {
      line[length++] = b;
    } else if (!refused) {
      refused = true; // and said at once, before the LF has come
      reply("ERR too-long");
    }
  }

  private void lineEnds(boolean complete) {
    int end = complete && length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, end, UTF_8);
    if (end > LIMIT && !refused) {
      reply("ERR too-long");
    } else if (!refused && text.equals("exit")) {
      reply("BYE");
      state = State.EXITING;
    } else if (!refused) {
      count++;
      reply("ACK " + count + " " + text);
    }
    length = 0;
    refused = false;
  }

  private void reply(String text) {
    byte[] bytes = (text + "\n").getBytes(UTF_8);
    out = ByteBuffer.allocate(out.remaining() + bytes.length).put(out).put(bytes).flip();
  }

  private void drain() throws IOException {
    in.clear();
    if (client.read(in) < 0) {
      client.close();
    }
  }
}
