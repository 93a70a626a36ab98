package chatlabs.grader.submission;

import chatlabs.grader.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hand-ins that lie beside one another in a folder. */
final class Children {
  private final Lab lab;
  private final Aside aside;
  private final Map<String, HandIn> handIns = new LinkedHashMap<>();
  private final List<Path> sections = new ArrayList<>();

  Children(Lab lab, Aside aside) {
    this.lab = lab;
    this.aside = aside;
  }

  /** The hand-ins by name of place; what is none goes to the notes. */
  List<HandIn> collect(Path folder, String source) throws IOException {
    try (var entries = Files.list(folder)) {
      var children = entries.limit(Budget.MAX_FILES + 1).sorted().toList();
      if (children.size() > Budget.MAX_FILES) {
        throw new Refusal("there are more than %,d things in it".formatted(Budget.MAX_FILES));
      }
      for (var child : children) {
        child(child, source + "/" + child.getFileName());
      }
    }
    return List.copyOf(handIns.values());
  }

  /** Folders with a course system's export each, as when a course has several groups. */
  List<Path> sections() {
    return sections;
  }

  private void child(Path child, String source) throws IOException {
    var name = child.getFileName().toString();
    var system = CourseSystem.of(name);
    if (Kinds.isSystemStep(name)) {
      aside.add(Aside.Reason.SYSTEM, name);
    } else if (Files.isSymbolicLink(child)) {
      aside.add(Aside.Reason.LINKS, name);
    } else if (system.isPresent()) {
      exported(child, system.get(), source);
    } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      folder(child, name, source);
    } else if (!Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
      aside.add(Aside.Reason.LINKS, name);
    } else if (Search.isHandInFile(name)) {
      handIns.put(name, new HandIn(Archive.stem(name), "", source, parts(child, name)));
    } else {
      aside.add(Kinds.isCompiled(name) ? Aside.Reason.COMPILED : Aside.Reason.OTHER, name);
    }
  }

  private void folder(Path child, String name, String source) throws IOException {
    if (Files.isReadable(child)
        && new Layout(lab, names(child), p -> List.of()).hasCourseSystemNames()) {
      sections.add(child);
    } else {
      handIns.put(name, new HandIn(name, "", source, parts(child, name)));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.limit(Budget.MAX_FILES).map(p -> p.getFileName().toString()).toList();
    }
  }

  /** All that one student has in a flat export belongs together. */
  private void exported(Path child, CourseSystem system, String source) {
    var exportedAs = child.getFileName().toString();
    var before = handIns.get(system.key());
    if (before == null) {
      var parts = parts(child, system.fileName().isEmpty() ? exportedAs : system.fileName());
      handIns.put(system.key(), new HandIn(system.student(), system.id(), source, parts));
      return;
    }
    boolean again = before.parts().stream().anyMatch(p -> p.fileName().equals(system.fileName()));
    var parts = new ArrayList<>(before.parts());
    parts.addAll(parts(child, again ? exportedAs : system.fileName()));
    handIns.put(system.key(), new HandIn(before.name(), before.id(), before.source(), parts));
  }

  private static List<HandIn.Part> parts(Path child, String fileName) {
    return List.of(new HandIn.Part(child, fileName));
  }
}
