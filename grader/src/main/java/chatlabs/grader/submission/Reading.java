package chatlabs.grader.submission;

import chatlabs.grader.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a {@link Submission} of one hand-in; whatever is wrong with it ends as its reason. */
final class Reading {
  private final Lab lab;
  private final HandIn handIn;
  private final String name;
  private final Gathering gathering;

  private Reading(Lab lab, HandIn handIn, String name, Path workDir) {
    this.lab = lab;
    this.handIn = handIn;
    this.name = name;
    this.gathering = new Gathering(workDir);
  }

  static Submission read(Lab lab, HandIn handIn, String name, Path workDir) {
    return new Reading(lab, handIn, name, workDir).submission();
  }

  private Submission submission() {
    try {
      gathering.gather(handIn);
    } catch (Refusal e) {
      return unusable(Submission.Kind.NOT_JUDGED, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      return unusable(Submission.Kind.NOT_JUDGED, "it could not be read: " + e);
    }
    return selected(new Selection(lab, gathering.sources(), gathering.aside()));
  }

  private Submission selected(Selection selection) {
    if (selection.taken().isEmpty()) {
      return gathering.unreadable().isEmpty()
          ? unusable(Submission.Kind.EMPTY, String.join("\n", whatIsMissing(selection)))
          : unusable(Submission.Kind.NOT_JUDGED, String.join("\n", gathering.unreadable()));
    }
    gathering.unreadable().forEach(gathering.aside()::note);
    selection.nearest().forEach(gathering.aside()::note);
    return new Submission.Found(
        name,
        handIn.source(),
        List.copyOf(selection.taken()),
        selection.missing(),
        gathering.aside().notes());
  }

  private List<String> whatIsMissing(Selection selection) {
    var lines = new ArrayList<String>();
    if (gathering.sources().isEmpty()) {
      lines.add("there is no .java file in it");
    }
    lines.addAll(selection.nearest());
    return lines;
  }

  private Submission unusable(Submission.Kind kind, String reason) {
    var notes = gathering.aside().notes();
    return new Submission.Unusable(name, handIn.source(), kind, reason, notes);
  }
}
