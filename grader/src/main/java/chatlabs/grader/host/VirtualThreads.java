package chatlabs.grader.host;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists the live virtual threads, which only a thread dump of the JDK knows. */
final class VirtualThreads {
  private static final boolean MARKED = Runtime.version().feature() >= 25;

  /** Platform threads of the JDK that a dump shows and a thread group does not. */
  private static final Set<String> HIDDEN =
      Set.of(
          "Notification Thread",
          "Common-Cleaner",
          "VirtualThread-unparker",
          "Read-Poller",
          "Write-Poller",
          "Attach Listener",
          "process reaper");

  /** The JDK's own virtual threads: they wait for sockets of others. */
  private static final Pattern POLLER = Pattern.compile("(Sub|Master|Read-|Write-)Poller.*");

  private VirtualThreads() {}

  /**
   * The names of those made after the thread with this number; {@code virtual thread} for one
   * without a name.
   */
  static List<String> namedAfter(long last) {
    try {
      Path folder = Files.createTempDirectory("chatlabs-threads");
      Path file = folder.resolve("dump.json");
      try {
        var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        bean.dumpThreads(file.toString(), ThreadDumpFormat.JSON);
        return virtual(JsonParser.object().from(Files.readString(file)), last);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | JsonParserException trouble) {
      throw new IllegalStateException("cannot list the virtual threads", trouble);
    }
  }

  private static List<String> virtual(JsonObject dump, long last) {
    Set<Long> platform = new HashSet<>();
    Thread.getAllStackTraces().keySet().forEach(thread -> platform.add(thread.threadId()));
    var names = new ArrayList<String>();
    for (var container : objects(dump.getObject("threadDump").getArray("threadContainers"))) {
      for (var thread : objects(container.getArray("threads"))) {
        if (id(thread) > last && isVirtual(thread, platform)) {
          String name = thread.getString("name", "");
          if (!POLLER.matcher(name).matches()) {
            names.add(name.isEmpty() ? "virtual thread" : name);
          }
        }
      }
    }
    return names;
  }

  /** JDK 25 marks them; for older ones, what is no live platform thread and none of the JDK's. */
  private static boolean isVirtual(JsonObject thread, Set<Long> platform) {
    if (MARKED) {
      return thread.getBoolean("virtual", false);
    }
    return !platform.contains(id(thread)) && !HIDDEN.contains(thread.getString("name", ""));
  }

  private static long id(JsonObject thread) {
    return Long.parseLong(String.valueOf(thread.get("tid")));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(each -> (JsonObject) each).toList();
  }
}
