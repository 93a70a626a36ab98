package chatlabs.echo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sun.misc.Unsafe;

/** Writes to the sockets of its own JVM, and to nothing else: the host's connection is one. */
final class Sockets {
  static void say(byte[] bytes) throws Exception {
    var field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    var unsafe = (Unsafe) field.get(null);
    for (int number : sockets()) {
      var descriptor = new FileDescriptor();
      unsafe.putInt(descriptor, offset(unsafe), number);
      try {
        new FileOutputStream(descriptor).write(bytes);
      } catch (IOException gone) {
        System.out.println(gone);
      }
    }
  }

  private static List<Integer> sockets() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(Sockets::isSocket).map(f -> Integer.valueOf(f.getFileName().toString())).toList();
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException gone) {
      return false;
    }
  }

  /** Where its number is: the one place in an unused descriptor that holds -1. */
  private static long offset(Unsafe unsafe) {
    for (long offset = 8; offset < 32; offset += 4) {
      if (unsafe.getInt(new FileDescriptor(), offset) == -1) {
        return offset;
      }
    }
    throw new IllegalStateException("no such place");
  }
}
