package chatlabs.broadcast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * The load generator, in a JVM of its own: {@code Load DIALECT PORT USERS LENGTH}. It says
 * {@code READY} when all users are in, and then does what it reads line by line: {@code talk
 * SECONDS WINDOW}, or {@code stall SECONDS WINDOW} for the same with one more user who never reads.
 * The answer is a {@link Burst.Result}, or {@code TROUBLE} and why.
 */
final class Load {
  static final String TROUBLE = "TROUBLE ";

  private Load() {}

  /** Runs until its input ends. */
  public static void main(String[] args) throws IOException {
    var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    var script = new Script(Integer.parseInt(args[3]));
    try (var crowd = new Crowd(Dialect.valueOf(args[0]), script, Integer.parseInt(args[1]))) {
      crowd.enter(Integer.parseInt(args[2]));
      System.out.println("READY");
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        System.out.println(answer(crowd, line.split(" ")).line());
      }
    } catch (IOException trouble) {
      System.out.println(TROUBLE + trouble.getMessage());
    }
  }

  private static Burst.Result answer(Crowd crowd, String[] command) throws IOException {
    var burst = new Burst(crowd, Integer.parseInt(command[2]));
    double seconds = Double.parseDouble(command[1]);
    if (command[0].equals("talk")) {
      var result = burst.run(seconds);
      burst.drain();
      return result;
    }
    crowd.enterStalled();
    var result = burst.run(seconds);
    boolean dropped = crowd.leaveStalled();
    burst.drain();
    return result.dropped(dropped);
  }
}
