package chatlabs.grader.submission;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses what of a hand-in is to be compiled: the lab's classes, all else in their source roots
 * (see {@link Roots}), and of other folders what these use by name. Says what it left aside.
 */
final class Selection {
  private final Lab lab;
  private final Aside aside;
  private final Roots roots;
  private final List<SourceFile> sources;
  private final Set<SourceFile> taken = new LinkedHashSet<>();
  private final Set<String> takenClasses = new HashSet<>();
  private final List<Role> missing = new ArrayList<>();

  Selection(Lab lab, List<SourceFile> all, Aside aside) {
    this.lab = lab;
    this.aside = aside;
    this.roots = new Roots(lab.classNames(), all);
    this.sources = all.stream().filter(this::isNoTest).sorted(roots.bestFirst()).toList();
    lab.roles().forEach(this::takeRole);
    if (!taken.isEmpty()) {
      takeTheirRoots();
      takeWhatIsUsed();
      sources.stream().filter(source -> !taken.contains(source)).forEach(this::leave);
    }
  }

  /** The sources to be compiled; empty when none of the lab's classes is there. */
  Collection<SourceFile> taken() {
    return taken;
  }

  List<String> missing() {
    return missing.stream().map(Role::className).toList();
  }

  /** What comes nearest to the missing classes, one line each. */
  List<String> nearest() {
    return missing.stream().map(role -> Nearest.to(role, sources)).toList();
  }

  private boolean isNoTest(SourceFile source) {
    if (source.classNames().stream().anyMatch(lab.classNames()::contains)) {
      return true;
    }
    var packageName = source.packageName() + ".";
    if (packageName.startsWith(lab.packageName() + ".checks.")
        || packageName.startsWith(lab.packageName() + ".hidden.")) {
      aside.add(Aside.Reason.CHECKS, source.path());
      return false;
    }
    boolean isTest =
        isTestFolder(Roots.of(source))
            || Outline.of(source.text()).imports().stream().anyMatch(Selection::isTestLibrary);
    if (isTest) {
      aside.add(Aside.Reason.TESTS, source.path());
    }
    return !isTest;
  }

  /** A folder around everything may be called test. */
  private boolean isTestFolder(String root) {
    return Kinds.isTestFolder(root) && !roots.haveLabClass(root);
  }

  private static boolean isTestLibrary(String imported) {
    return imported.matches("(org\\.junit|org\\.assertj|junit\\.|org\\.testng|org\\.mockito).*");
  }

  private void takeRole(Role role) {
    var candidates =
        sources.stream().filter(s -> s.classNames().contains(role.className())).toList();
    if (candidates.isEmpty()) {
      missing.add(role);
      return;
    }
    var best = candidates.getFirst();
    take(best);
    if (candidates.size() > 1) {
      var others = candidates.stream().skip(1).map(SourceFile::path).toList();
      aside.note(
          "%s was found %d times: %s was taken, %s not"
              .formatted(role.simpleName(), candidates.size(), best.path(), Aside.some(others)));
    }
    if (!Roots.isCalledLikeItsClass(best)) {
      aside.note("class %s was found in %s".formatted(role.simpleName(), best.path()));
    }
  }

  private void take(SourceFile source) {
    taken.add(source);
    takenClasses.addAll(source.classNames());
  }

  private void takeTheirRoots() {
    var chosen = new HashSet<String>();
    taken.forEach(source -> chosen.add(Roots.of(source)));
    for (var source : sources) {
      if (chosen.contains(Roots.of(source)) && isNew(source)) {
        take(source);
      }
    }
  }

  private boolean isNew(SourceFile source) {
    return !taken.contains(source) && Collections.disjoint(takenClasses, source.classNames());
  }

  private void takeWhatIsUsed() {
    var words = new HashSet<String>();
    taken.forEach(source -> words.addAll(Tokens.of(source.text())));
    var waiting = new ArrayList<>(sources);
    for (boolean more = true; more; ) {
      waiting.removeIf(source -> !isNew(source));
      var used = waiting.stream().filter(s -> !Collections.disjoint(words, s.types())).findFirst();
      more = used.isPresent();
      used.ifPresent(
          source -> {
            take(source);
            words.addAll(Tokens.of(source.text()));
          });
    }
  }

  private void leave(SourceFile source) {
    if (source.classNames().stream().anyMatch(lab.classNames()::contains)) {
      return; // It has a note of its own.
    }
    if (Kinds.isOutput(Roots.of(source))) {
      aside.add(Aside.Reason.OUTPUT, source.path());
    } else {
      boolean copy = !Collections.disjoint(takenClasses, source.classNames());
      aside.add(copy ? Aside.Reason.COPIES : Aside.Reason.UNUSED, source.path());
    }
  }
}
