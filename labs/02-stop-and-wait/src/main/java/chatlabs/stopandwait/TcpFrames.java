package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * What many courses begin with: frames over TCP, one at a time. Nothing is to be done here.
 *
 * <p>One window runs {@code TcpFrames receive 12345}, another one {@code TcpFrames send localhost
 * 12345 3}.
 */
public final class TcpFrames {
  private TcpFrames() {}

  /** Answers each frame of one client with ACK, until it says exit. */
  static void receive(ServerSocket listener) throws IOException {
    try (Socket client = listener.accept()) {
      BufferedReader in = reader(client);
      for (String frame = in.readLine(); isFrame(frame); frame = in.readLine()) {
        System.out.println("received: " + frame);
        write(client, "ACK");
      }
    }
  }

  /** Sends frames 1 to {@code count}, each when the one before has been acknowledged. */
  static void send(String host, int port, int count) throws IOException {
    try (Socket server = new Socket(host, port)) {
      BufferedReader in = reader(server);
      for (int i = 1; i <= count; i++) {
        write(server, "Frame " + i);
        System.out.println("sent: Frame " + i + ", answer: " + in.readLine());
      }
      write(server, "exit");
    }
  }

  private static boolean isFrame(String line) {
    return line != null && !line.equals("exit");
  }

  /** One reader for the whole connection: it may hold the start of the next line. */
  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  /** The line end is the frame's border: TCP itself has none. */
  private static void write(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
  }

  /** {@code receive PORT}, or {@code send HOST PORT COUNT}. */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("receive")) {
      try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[1]))) {
        receive(listener);
      }
    } else {
      send(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }
  }
}
