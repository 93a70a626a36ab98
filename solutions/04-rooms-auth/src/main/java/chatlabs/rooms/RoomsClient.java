package chatlabs.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A person's end of the chat: {@code RoomsClient HOST PORT} in a terminal. What is typed becomes
 * requests, what comes in is shown as people read it. Given: nothing to do here.
 */
public final class RoomsClient {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
  private static final String HELP =
      """
      /register NAME   make an account; the password is asked for, and not shown
      /login NAME      log in
      /join ROOM       go into a room, and speak there from now on
      TEXT             say something in that room
      /leave           leave it
      /who             who is in it
      /rooms           which rooms there are
      /tell NAME TEXT  say something to one person alone
      /quit            goodbye""";

  private final Socket socket;
  private final Terminal terminal;
  private volatile String room = ""; // where this person speaks

  private RoomsClient(Socket socket, Terminal terminal) {
    this.socket = socket;
    this.terminal = terminal;
  }

  /** Lets a person chat until the server ends the connection. */
  public static void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 59_000;
    try (Socket socket = new Socket(host, port);
        Terminal terminal = Terminal.open()) {
      RoomsClient client = new RoomsClient(socket, terminal);
      Thread.ofPlatform().daemon().name("rooms-typing").start(client::type);
      client.listen();
    } catch (ConnectException | UnknownHostException nobody) {
      System.err.println("No server at " + host + ", port " + port + ". Is it running?");
      System.exit(1);
    }
  }

  /** Shows what comes in, until the end; blocks as long as that takes. */
  private void listen() throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      terminal.show(shown(line));
    }
    terminal.show("The server has ended the connection.");
  }

  /** A line of the server's as people read it; one that is none of those as it is. */
  private String shown(String line) {
    String[] words = line.split(" ", 5);
    boolean event = words.length > 3 && words[0].matches("MSG|PM|NOTE");
    if (!event) {
      return joined(line);
    }
    String time = time(words[1]);
    return switch (words[0]) {
      case "PM" -> time + " " + words[2] + " tells you: " + line.split(" ", 4)[3];
      case "MSG" -> time + " #" + words[2] + " " + words[3] + ": " + last(words);
      default -> time + " #" + words[2] + " * " + words[3] + " has " + last(words);
    };
  }

  private static String last(String[] words) {
    return words.length > 4 ? words[4] : "";
  }

  private static String time(String text) {
    try {
      return CLOCK.format(Instant.parse(text));
    } catch (RuntimeException noInstant) {
      return text; // a server that is not finished yet
    }
  }

  /** Keeps in mind where this person speaks. */
  private String joined(String answer) {
    if (answer.startsWith("OK joined ")) {
      room = answer.substring("OK joined ".length()).strip();
    }
    return answer;
  }

  /** Sends what is typed, until the end; blocks, and so has a thread of its own. */
  private void type() {
    try {
      terminal.show("Connected. /help tells what you can type.");
      for (String line = terminal.line(); line != null; line = terminal.line()) {
        obey(line);
      }
      send("QUIT");
    } catch (IOException gone) {
      // The server has ended the connection: listen() sees that, too.
    }
  }

  private void obey(String line) throws IOException {
    String[] words = line.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "" -> {}
      case "/help" -> terminal.show(HELP);
      case "/register" -> withPassword("REGISTER", rest);
      case "/login" -> withPassword("LOGIN", rest);
      case "/join" -> send("JOIN " + rest);
      case "/leave" -> send("LEAVE " + (rest.isEmpty() ? room : rest));
      case "/who" -> send("WHO " + (rest.isEmpty() ? room : rest));
      case "/rooms" -> send("ROOMS");
      case "/tell" -> send("TELL " + rest);
      case "/quit" -> send("QUIT");
      default -> say(line);
    }
  }

  private void withPassword(String command, String name) throws IOException {
    String password = name.isBlank() ? null : terminal.password("password for " + name + ": ");
    if (password == null) {
      terminal.show("Which name? As in: /" + command.toLowerCase() + " anna");
    } else {
      send(command + " " + name.strip() + " " + password);
    }
  }

  private void say(String line) throws IOException {
    if (line.startsWith("/")) {
      terminal.show("There is no such command. /help tells which there are.");
    } else if (room.isEmpty()) {
      terminal.show("You are in no room yet: /join lobby");
    } else {
      send("SAY " + room + " " + line);
    }
  }

  private void send(String request) throws IOException {
    socket.getOutputStream().write((request + "\n").getBytes(UTF_8));
  }
}
