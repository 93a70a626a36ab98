package chatlabs.grader.host;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of the student's classes, apart from the JVM's own classes and from those of other
 * workshops, and calls their public methods. Arguments and results are plain: null,
 * strings, numbers, booleans, byte arrays, durations, paths, socket addresses, enum constants by
 * name, and lists of these; any other object is a {@link Ref}. Calls run on the caller's thread and block as long as
 * the student's code does. Safe for use by several threads.
 */
public final class Workshop implements AutoCloseable {
  /** No number is given twice: a late call of an earlier check meets no object of this one. */
  private static final AtomicInteger LAST = new AtomicInteger();

  private final URL classes;
  private final URLClassLoader loader;
  private final ClassLoader context;
  private @Nullable Boolean shared; // whether its loader may serve further workshops; null: unknown
  private final Map<Integer, Object> objects = new ConcurrentHashMap<>();
  private final Plain plain = new Plain(this::ref, this::object);
  private final Threads threads;

  /** A workshop for the classes below this folder or in this archive. */
  public Workshop(URL classes) {
    this(
        classes,
        new URLClassLoader("hand-in", new URL[] {classes}, ClassLoader.getPlatformClassLoader()),
        null);
  }

  private Workshop(URL classes, URLClassLoader loader, @Nullable Boolean shared) {
    this.classes = classes;
    this.loader = loader;
    this.shared = shared;
    this.context = new ClassLoader("check", loader) {};
    this.threads = Threads.now();
  }

  /**
   * Another workshop for the same classes, in which nothing is left of what this one made. Classes
   * that keep something in static fields are loaded anew; others are shared, which saves the JVM
   * the work of linking and compiling them again.
   */
  public Workshop renewed() {
    if (shared == null) {
      shared = !StaticState.isIn(classes, loader);
    }
    return shared ? new Workshop(classes, loader, true) : new Workshop(classes);
  }

  /**
   * Makes an object with its public constructor for these arguments.
   *
   * @throws Missing when there is no such class or constructor
   * @throws InvocationTargetException with what the constructor threw as its cause
   */
  public Ref make(String className, List<?> arguments) throws Missing, InvocationTargetException {
    Class<?> type = load(className);
    var constructor = Members.constructor(type, arguments);
    @Nullable Object[] actual = plain.toJava(arguments, constructor.getParameterTypes());
    return ref(Objects.requireNonNull(Members.run(() -> constructor.newInstance(actual))));
  }

  /**
   * Calls a public method of an object, or a static one of a class.
   *
   * @param target a {@link Ref}, or a class name for a static method
   * @throws Missing when there is no such method
   * @throws InvocationTargetException with what the method threw as its cause
   */
  public @Nullable Object call(Object target, String method, List<?> arguments)
      throws Missing, InvocationTargetException {
    Object receiver = target instanceof Ref ref ? object(ref) : null;
    Class<?> type = receiver == null ? load((String) target) : receiver.getClass();
    var found = Members.method(type, method, arguments, receiver != null);
    @Nullable Object[] actual = plain.toJava(arguments, found.getParameterTypes());
    return plain.fromJava(Members.run(() -> found.invoke(receiver, actual)));
  }

  /** The names of live threads that were started since this workshop was opened. */
  public List<String> strayThreads() {
    return threads.startedSince();
  }

  /**
   * A class loader that stands for this workshop: threads that student code starts inherit it as
   * their context class loader.
   */
  public ClassLoader loader() {
    return context;
  }

  /** Forgets all objects. What they have open stays open until they are closed themselves. */
  @Override
  public void close() {
    objects.clear();
  }

  private Class<?> load(String className) throws Missing {
    try {
      return Class.forName(className, true, loader);
    } catch (ClassNotFoundException missing) {
      throw new Missing("public class " + className, "there is no class of that name");
    } catch (ExceptionInInitializerError failed) {
      throw new IllegalStateException(
          "the static initialiser of " + className + " threw " + failed.getCause(), failed);
    }
  }

  private Ref ref(Object object) {
    int id = LAST.incrementAndGet();
    objects.put(id, object);
    return new Ref(id, object.getClass().getName());
  }

  private Object object(Ref ref) {
    Object object = objects.get(ref.id());
    if (object == null) {
      throw new IllegalStateException("no object " + ref.id() + " in this workshop");
    }
    return object;
  }
}
