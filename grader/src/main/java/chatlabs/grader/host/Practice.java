package chatlabs.grader.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * A little of what every chat program does. It runs once, when the archive of loaded classes is
 * made, so that the JVMs of hand-ins find the JDK's part of it loaded and linked.
 */
final class Practice {
  private final ConcurrentHashMap<String, Integer> lines = new ConcurrentHashMap<>();

  private Practice() {}

  /** Serves one client over a real socket. */
  static String run() {
    try {
      return new Practice().serve();
    } catch (IOException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private sealed interface Word {
    record Text(String text) implements Word {}

    record End() implements Word {}
  }

  private String serve() throws IOException {
    try (var listener = new ServerSocket();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(0));
      var thread = new Thread(() -> answer(listener), "chatlabs-practice");
      thread.start();
      threads.execute(() -> lines.merge("practice", 1, Integer::sum));
      return talk(listener.getLocalPort());
    }
  }

  private void answer(ServerSocket listener) {
    try (var client = listener.accept()) {
      client.setTcpNoDelay(true);
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int count = lines.merge("line", 1, Integer::sum);
        String reply = reply(new Word.Text(line), count);
        client.getOutputStream().write((reply + "\n").getBytes(UTF_8));
        client.getOutputStream().flush();
      }
    } catch (IOException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reply(Word word, int count) {
    return switch (word) {
      case Word.Text text when text.text().equals("exit") -> "BYE";
      case Word.Text text -> "ACK " + count + " " + text.text();
      case Word.End end -> String.format("%s", end);
    };
  }

  private String talk(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var queue = new LinkedBlockingQueue<String>();
      var rest = new ConcurrentLinkedQueue<String>();
      var out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      for (int i = 0; i < 50; i++) {
        out.println("hello " + i);
        queue.add(in.readLine());
        rest.add(queue.remove());
      }
      return rest.stream().sorted().distinct().collect(Collectors.joining(", "));
    }
  }
}
