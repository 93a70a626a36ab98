package chatlabs.broadcast.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One user of the room: its connection, and what it has received so far. For one thread. */
final class Member implements AutoCloseable {
  private static final byte[] NOTHING = {};

  final String name;
  final int number;
  private final Crowd crowd;
  private final SocketChannel channel;
  private final int[] received = new int[Crowd.SPEAKERS]; // messages, by speaker
  private byte[] begun = NOTHING; // a line whose end has not come yet
  private boolean in;

  /**
   * Connects, and says who it is.
   *
   * @param receiveBuffer of the socket, in bytes; 0 for the system's own choice
   */
  Member(int port, int number, Crowd crowd, int receiveBuffer) throws IOException {
    this.number = number;
    this.name = "u" + number;
    this.crowd = crowd;
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    say(crowd.dialect.greeting(name));
  }

  SocketChannel channel() {
    return channel;
  }

  boolean isIn() {
    return in;
  }

  /** How many messages of this speaker have come. */
  int received(int speaker) {
    return received[speaker];
  }

  /** Sends bytes that the socket's buffer has room for. */
  void say(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    var bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException(name + " cannot send: the server does not read");
    }
  }

  /** Reads what has come, through this buffer, and takes the lines in it. */
  void read(byte[] buffer) throws IOException {
    System.arraycopy(begun, 0, buffer, 0, begun.length);
    int count = channel.read(ByteBuffer.wrap(buffer, begun.length, buffer.length - begun.length));
    if (count < 0) {
      throw new IOException("the server has disconnected " + name);
    }
    long now = System.nanoTime();
    int end = begun.length + count;
    int start = 0;
    for (int i = begun.length; i < end; i++) {
      if (buffer[i] == '\n') {
        take(buffer, start, i > start && buffer[i - 1] == '\r' ? i - 1 : i, now);
        start = i + 1;
      }
    }
    begun = start == end ? NOTHING : Arrays.copyOfRange(buffer, start, end);
  }

  private void take(byte[] buffer, int start, int end, long now) throws IOException {
    int text = end - crowd.script.length();
    int speaker = text > start ? crowd.speakerOf(buffer, start, text) : -1;
    if (speaker < 0) {
      takeOther(new String(buffer, start, end - start, ISO_8859_1));
    } else if (speaker == number || !crowd.script.isText(received[speaker], buffer, text)) {
      throw wrong(new String(buffer, start, end - start, ISO_8859_1));
    } else {
      crowd.delivered(speaker, received[speaker]++, now);
    }
  }

  /** A line that is no message, or the first one of a speaker. */
  private void takeOther(String line) throws IOException {
    var dialect = crowd.dialect;
    if (dialect.isMessage(line)) {
      if (!crowd.meets(line)) {
        throw wrong(line);
      }
      byte[] bytes = line.getBytes(ISO_8859_1);
      take(bytes, 0, bytes.length, System.nanoTime());
      return;
    }
    in |= dialect.saysThatOneIsIn(line);
    crowd.notices(line);
    say(dialect.answer(line, name));
  }

  private IOException wrong(String line) {
    return new IOException(name + " got a line that is not whole, or not in its order: " + line);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
