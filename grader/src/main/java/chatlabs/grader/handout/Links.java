package chatlabs.grader.handout;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each relative link leads to a file of the kit, and each anchor to a place in its page. */
final class Links implements Rule {
  private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern REFERENCE = Pattern.compile("^\\s{0,3}\\[[^]]+]:\\s+<?([^\\s>]+)");
  private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  private final Path home;

  Links(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  @Override
  public List<Problem> check(Page page) {
    var problems = new ArrayList<Problem>();
    for (var line : page.prose()) {
      String text = CODE.matcher(line.text()).replaceAll("");
      targets(text)
          .flatMap(target -> trouble(page, target).stream())
          .forEach(what -> problems.add(page.problem(line.line(), what)));
    }
    return problems;
  }

  private static Stream<String> targets(String text) {
    return Stream.of(LINK, REFERENCE)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .filter(target -> !ELSEWHERE.matcher(target).matches());
  }

  private Optional<String> trouble(Page page, String target) {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path from = page.file().toAbsolutePath();
    Path to = path.isEmpty() ? from : from.resolveSibling(URI.create(path).getPath()).normalize();
    if (!to.startsWith(home)) {
      return Optional.of("this link leads out of the kit: " + target);
    }
    if (!Files.exists(to)) {
      return Optional.of("this link leads nowhere: " + target);
    }
    if (hash >= 0 && !hasAnchor(page, to, target.substring(hash + 1))) {
      return Optional.of("there is no such place in the page: " + target);
    }
    return Optional.empty();
  }

  private boolean hasAnchor(Page page, Path to, String anchor) {
    if (!to.toString().endsWith(".md")) {
      return false;
    }
    var target = to.equals(page.file().toAbsolutePath()) ? page : Page.read(home, to);
    return Anchors.of(target).contains(anchor);
  }
}
