package chatlabs.grader.handout;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All pages of a kit for people: handouts, protocol pages, the other docs, and the front page. */
public final class Handouts {
  private static final String PROTOCOLS = "docs/protocols/";

  private final List<Lab> labs;
  private final List<Page> pages;

  private Handouts(List<Lab> labs, List<Page> pages) {
    this.labs = labs;
    this.pages = pages;
  }

  /**
   * Reads the pages of the kit in {@code home}; those in docs/matrix are printed by the kit itself,
   * and for authors, who may see hidden checks. Blocks.
   */
  public static Handouts of(Path home) {
    var files =
        Stream.concat(
            Stream.of("README.md", "CONTRIBUTING.md").map(home::resolve).filter(Files::exists),
            Stream.of("handouts", "docs")
                .flatMap(folder -> KitFiles.below(home.resolve(folder), ".md").stream())
                .filter(file -> !file.startsWith(home.resolve("docs").resolve("matrix"))));
    return new Handouts(Labs.all(home), files.map(file -> Page.read(home, file)).toList());
  }

  /** The blocks of all handouts that are marked as sessions of this lab. */
  public List<Session> sessions(Lab lab) {
    return marked("session")
        .map(each -> Session.of(each.page(), each.block()))
        .filter(session -> session.lab().equals(lab.id()))
        .toList();
  }

  /** The blocks of all pages that are marked as reports on a variant of some lab. */
  public List<Marked> reports() {
    return marked("report").toList();
  }

  /** A block and the page that it is in. */
  public record Marked(Page page, Block block) {
    /** The page and the line in it, as problems show them. */
    public String place() {
      return page.name() + ":" + block.line();
    }
  }

  private Stream<Marked> marked(String kind) {
    return pages.stream()
        .flatMap(page -> page.marked(kind).stream().map(block -> new Marked(page, block)));
  }

  /** All that does not hold, as far as it can be seen without running anything. Blocks. */
  public List<Problem> problems(Path home) {
    var protocols = pages.stream().filter(page -> page.name().startsWith(PROTOCOLS)).toList();
    var requirements = new Requirements(protocols);
    var rules =
        List.of(new Marks(), new Quotes(home), new Links(home), requirements, new CheckIds(labs));
    var problems = new ArrayList<Problem>();
    for (var page : pages) {
      rules.forEach(rule -> problems.addAll(rule.check(page)));
    }
    labs.forEach(lab -> problems.addAll(problems(lab, requirements)));
    var handouts = labs.stream().flatMap(lab -> handout(lab).stream()).toList();
    problems.addAll(requirements.unexplained(PROTOCOLS + "README.md", handouts));
    return problems;
  }

  private List<Problem> problems(Lab lab, Requirements requirements) {
    var handout = handout(lab);
    if (handout.isEmpty()) {
      return List.of(new Problem(name(lab), 0, "there is no handout for this lab"));
    }
    var problems = new ArrayList<Problem>(Todos.problems(lab, handout.getFirst()));
    problems.addAll(requirements.unexplained(PROTOCOLS + lab.id() + ".md", handout));
    sessions(lab).forEach(session -> problems.addAll(session.problems()));
    return problems;
  }

  /** The one handout of a lab, or none. */
  private List<Page> handout(Lab lab) {
    return pages.stream().filter(page -> page.name().equals(name(lab))).toList();
  }

  private static String name(Lab lab) {
    return "handouts/" + lab.id() + ".md";
  }
}
