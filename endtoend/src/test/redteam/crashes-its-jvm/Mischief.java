package chatlabs.echo;

import sun.misc.Unsafe;

/** Writes to address zero. */
final class Mischief {
  static void begin() throws Exception {
    var field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    ((Unsafe) field.get(null)).putAddress(0, 0);
  }
}
