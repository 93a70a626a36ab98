package chatlabs.grader.submission;

import chatlabs.grader.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the hand-ins in what the user named. Used once, by one thread. */
final class Search {
  private static final int MAX_WRAPPERS = 5;
  private static final int A_CLASS = 3;

  private final Lab lab;
  private final Path workDir;
  private final Aside aside = new Aside();
  private final List<HandIn> handIns = new ArrayList<>();

  Search(Lab lab, Path workDir) {
    this.lab = lab;
    this.workDir = workDir;
  }

  /** Looks into a folder, an archive or a file. */
  void in(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw new BadInput(
          "there is no %s: name a folder of hand-ins, or one hand-in (a folder, a zip, a .java file)"
              .formatted(place));
    }
    if (!Files.isReadable(place)) {
      throw new BadInput(place + " may not be read by you: change its permissions");
    }
    if (Files.isDirectory(place)) {
      folder(place, place.toString(), 0);
    } else if (Files.isRegularFile(place) && isHandInFile(nameOf(place))) {
      file(place);
    } else {
      throw new BadInput(
          place + " is no hand-in: it is neither a folder, a zip or tar.gz, nor a .java file");
    }
  }

  /** Reads what was found. */
  Intake result(Path place) {
    if (handIns.isEmpty()) {
      var notes = aside.notes();
      throw new BadInput(
          "there are no hand-ins in %s: put a folder, a zip or a .java file there for each%s"
              .formatted(place, notes.isEmpty() ? "" : "; " + String.join("; ", notes)));
    }
    var names = new Names(handIns);
    var submissions = new ArrayList<Submission>();
    for (var handIn : handIns) {
      submissions.add(Reading.read(lab, handIn, names.next(handIn), workDir));
    }
    return new Intake(submissions, aside.notes());
  }

  private void file(Path file) throws IOException {
    var name = nameOf(file);
    if (!Kinds.isSource(name) && isSeveral(file)) {
      var folder = Files.createTempDirectory(workDir, "class-");
      ClassArchive.unpack(file, folder);
      folder(folder, file.toString() + "!", 0);
    } else {
      one(file, file.toString());
    }
  }

  private boolean isSeveral(Path archive) throws IOException {
    try {
      var layout = new Layout(lab, ClassArchive.list(archive), path -> List.of());
      return (layout.verdict() == Layout.Verdict.SEVERAL
              && (layout.hasCourseSystemNames() || layout.handInsAlike() > 1))
          || isClassIn(archive, layout.wrapper());
    } catch (Refusal broken) {
      return false; // It becomes one hand-in, with this as its reason.
    }
  }

  private boolean isClassIn(Path archive, String wrapper) throws IOException {
    return !wrapper.isEmpty() && isClass(inside(wrapper, ClassArchive.list(archive)));
  }

  private Layout inside(String wrapper, List<String> paths) {
    var inside =
        paths.stream()
            .filter(path -> path.startsWith(wrapper + "/") && path.length() > wrapper.length() + 1)
            .map(path -> path.substring(wrapper.length() + 1))
            .toList();
    return new Layout(lab, inside, path -> List.of());
  }

  /** Stricter than the rules for what the user named: a student may have kept two versions. */
  private static boolean isClass(Layout layout) {
    return layout.hasCourseSystemNames()
        || (layout.verdict() == Layout.Verdict.SEVERAL && layout.handInsAlike() >= A_CLASS);
  }

  private void folder(Path folder, String source, int depth) throws IOException {
    var paths = Listing.of(folder);
    var layout = new Layout(lab, paths, path -> classesIn(folder.resolve(path)));
    var wrapper = layout.wrapper();
    if (!wrapper.isEmpty() && depth < MAX_WRAPPERS && isClass(inside(wrapper, paths))) {
      folder(folder.resolve(wrapper), source + "/" + wrapper, depth + 1);
      return;
    }
    switch (layout.verdict()) {
      case ONE -> one(folder, source);
      case SEVERAL -> several(folder, source, depth);
      case NOTHING -> new Children(lab, aside).collect(folder, source);
    }
  }

  private void several(Path folder, String source, int depth) throws IOException {
    var children = new Children(lab, aside);
    handIns.addAll(children.collect(folder, source));
    for (var section : children.sections()) {
      if (depth < MAX_WRAPPERS) {
        folder(section, source + "/" + nameOf(section), depth + 1);
      }
    }
  }

  private void one(Path place, String source) {
    var name = nameOf(place);
    var part = List.of(new HandIn.Part(place, name));
    var system = CourseSystem.of(name);
    if (system.isPresent()) {
      handIns.add(new HandIn(system.get().student(), system.get().id(), source, part));
    } else {
      var plain = Files.isDirectory(place) ? name : Archive.stem(name);
      handIns.add(new HandIn(plain, "", source, part));
    }
  }

  private static List<String> classesIn(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of(); // To open a pipe would wait for somebody to write.
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var text = Decoded.of(Budget.ofHandIn().source(file.toString(), in)).text();
      return SourceFile.of(file.toString(), text).classNames();
    } catch (IOException unreadable) {
      return List.of(); // It is read again as a part of its hand-in, and reported there.
    }
  }

  static boolean isHandInFile(String name) {
    return Kinds.isSource(name) || Archive.isName(name) || name.endsWith(".jar");
  }

  private static String nameOf(Path place) {
    var name = place.toAbsolutePath().normalize().getFileName();
    return name == null ? "hand-in" : name.toString();
  }
}
