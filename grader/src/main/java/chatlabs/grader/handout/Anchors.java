package chatlabs.grader.handout;

import chatlabs.grader.handout.Page.Prose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The places of a page that a link can lead to, as GitHub names them. */
final class Anchors {
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
  private static final Pattern EXPLICIT = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  private Anchors() {}

  static Set<String> of(Page page) {
    var anchors = new HashSet<String>();
    var seen = new HashMap<String, Integer>();
    for (Prose each : page.prose()) {
      var heading = HEADING.matcher(each.text());
      if (heading.matches()) {
        String slug = slug(heading.group(1));
        int times = seen.merge(slug, 1, Integer::sum);
        anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
      }
      EXPLICIT.matcher(each.text()).results().forEach(found -> anchors.add(found.group(1)));
    }
    return anchors;
  }

  /** Letters, digits, hyphens and underscores stay, a space becomes a hyphen, the rest goes. */
  static String slug(String heading) {
    return LINK.matcher(heading)
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
        .replace(' ', '-');
  }
}
