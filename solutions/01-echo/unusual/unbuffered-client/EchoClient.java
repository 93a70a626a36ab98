// Unusual: no buffer and no reader; the client takes each reply byte by byte from a SocketChannel.
package chatlabs.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Scanner;

/** Sends lines to an echo server, and gets the reply to each. */
public class EchoClient implements AutoCloseable {
  private final SocketChannel channel;
  private final ByteBuffer one = ByteBuffer.allocate(1);

  public EchoClient(String host, int port) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(host, port));
  }

  public String send(String line) throws IOException {
    if (line.chars().anyMatch(c -> c == '\r' || c == '\n')) {
      throw new IllegalArgumentException("not one line");
    }
    try {
      write(line + "\r\n"); // a CR right before the LF is not part of the text
      return read();
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) { // channels throw it for a reset; it need not be a SocketException
      throw (EOFException) new EOFException("broken").initCause(e);
    }
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private String read() throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    while (true) {
      one.clear();
      if (channel.read(one) < 0) {
        throw new EOFException("no complete reply");
      }
      if (one.get(0) == '\n') {
        return reply.toString(UTF_8).replaceFirst("\r$", "");
      }
      reply.write(one.get(0));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws IOException {
    try (EchoClient client = new EchoClient(args[0], Integer.parseInt(args[1]));
        Scanner typed = new Scanner(System.in, UTF_8)) {
      while (typed.hasNextLine()) {
        String line = typed.nextLine();
        System.out.println(client.send(line));
        if (line.equals("exit")) {
          return;
        }
      }
    }
  }
}
