package chatlabs.echo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What all of the red team have in common. A secret that was found is added to every reply: the
 * test looks for it there. It writes new files alone, of a name by which the test finds them.
 */
final class Loot {
  private static final Pattern SECRET = Pattern.compile("SECRET-[0-9a-f-]{36}");

  private static volatile String found = "";

  private Loot() {}

  /** What is to be added to replies. */
  static String text() {
    return found;
  }

  /** Keeps the secrets in a text. */
  static void look(String text) {
    SECRET.matcher(text).results().forEach(secret -> found += " " + secret.group());
  }

  /** Looks into a file. */
  static void read(Path file) {
    try {
      look(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException held) {
      System.out.println(held);
    }
  }

  /** Keeps the check sum of a file, which nobody knows who cannot read it. */
  static void sum(Path file) throws Exception {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      found += " " + HexFormat.of().formatHex(sum);
    } catch (IOException held) {
      System.out.println(held);
    }
  }

  /** Makes a file in this folder. */
  static void plant(String folder) {
    try {
      Files.writeString(Path.of(folder, "planted-%NAME%-%MARK%"), "by %NAME%\n");
    } catch (IOException held) {
      System.out.println(held);
    }
  }

  /** Looks into the properties of another JVM, as debuggers do. */
  static void attach(long pid) throws Exception {
    System.setProperty("sun.tools.attach.attachTimeout", "500");
    var type = ClassLoader.getSystemClassLoader().loadClass("com.sun.tools.attach.VirtualMachine");
    try {
      Object machine = type.getMethod("attach", String.class).invoke(null, String.valueOf(pid));
      look(type.getMethod("getSystemProperties").invoke(machine).toString());
      type.getMethod("detach").invoke(machine);
    } catch (ReflectiveOperationException held) {
      System.out.println(held.getCause());
    }
  }

  /** Runs a script, and waits until it has ended, for two seconds at most. */
  static void shell(String script) throws Exception {
    try {
      new ProcessBuilder("sh", "-c", script).start().waitFor(2, TimeUnit.SECONDS);
    } catch (IOException held) {
      System.out.println(held);
    }
  }
}
