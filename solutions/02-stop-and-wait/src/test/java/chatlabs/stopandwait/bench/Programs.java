package chatlabs.stopandwait.bench;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;

/** The compiled Sender and Receiver of a solution, in this JVM. */
final class Programs implements AutoCloseable {
  private final URLClassLoader loader;

  Programs(Path classes) throws IOException {
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  /** A sender of the solution. */
  Sender sender(InetSocketAddress receiver, Duration timeout, int maxRetries) throws IOException {
    var made =
        made("Sender", new Class<?>[] {InetSocketAddress.class, Duration.class, int.class},
            receiver, timeout, maxRetries);
    return new Sender(made);
  }

  /** A receiver of the solution, on a free port. */
  Receiver receiver() throws IOException {
    return new Receiver(made("Receiver", new Class<?>[] {int.class}, 0));
  }

  record Sender(Object object) {
    void send(byte[] payload) throws IOException {
      call(object, "send", payload);
    }

    void close() throws IOException {
      call(object, "close");
    }
  }

  record Receiver(Object object) {
    int port() throws IOException {
      return (int) call(object, "port");
    }

    byte[] receive() throws IOException {
      return (byte[]) call(object, "receive");
    }

    void close() throws IOException {
      call(object, "close");
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private Object made(String name, Class<?>[] types, Object... arguments) throws IOException {
    try {
      Class<?> type = loader.loadClass("chatlabs.stopandwait." + name);
      return type.getConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException thrown) {
      throw new IOException(name + ": " + thrown.getCause(), thrown.getCause());
    } catch (ReflectiveOperationException missing) {
      throw new IOException("the solution has no such " + name, missing);
    }
  }

  private static Object call(Object target, String method, Object... arguments)
      throws IOException {
    try {
      for (var each : target.getClass().getMethods()) {
        if (each.getName().equals(method) && each.getParameterCount() == arguments.length) {
          return each.invoke(target, arguments);
        }
      }
      throw new IOException("the solution has no method " + method);
    } catch (InvocationTargetException thrown) {
      throw new IOException(method + ": " + thrown.getCause(), thrown.getCause());
    } catch (IllegalAccessException hidden) {
      throw new IOException(method + " cannot be called", hidden);
    }
  }
}
