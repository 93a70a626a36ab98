package chatlabs.grader.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;

/**
 * The program of a hand-in's JVM. The first line of its standard input holds a port, a token and
 * the folder of the student's classes; it connects to that port on the loopback interface, shows
 * the token, and serves one JSON request a line until the connection ends. Then the JVM halts.
 */
public final class HostMain {
  private final Socket socket;
  private final OutputStream out;
  private final Desk desk;

  private HostMain(Socket socket, Path classes) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.desk = new Desk(classes.toUri().toURL(), this::send);
  }

  /** Serves the grader that started this JVM. */
  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    String[] words = in.readLine().split(" ", 3);
    var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]));
    socket.setTcpNoDelay(true);
    var host = new HostMain(socket, Path.of(words[2]));
    var hello = new JsonObject();
    hello.put("token", words[1]);
    host.send(hello);
    host.serve();
  }

  private void serve() {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        desk.take(JsonParser.object().from(line));
      }
    } catch (IOException | JsonParserException graderGone) {
      // nobody is left to serve
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private synchronized void send(JsonObject message) {
    try {
      out.write((JsonWriter.string(message) + "\n").getBytes(UTF_8));
      out.flush();
    } catch (IOException graderGone) {
      Runtime.getRuntime().halt(0);
    }
  }
}
