package chatlabs.grader.submission;

import java.util.List;

/** One hand-in: what was found of the lab's classes in it, or why it cannot be used. */
public sealed interface Submission {
  /** Unique in the run, stable, and safe as a file name on any system. */
  String name();

  /** Where it was found, for people: a path as the user typed it, and a place in it. */
  String source();

  /** What a person should know besides: what was left aside, renamed or decoded by a guess. */
  List<String> notes();

  /**
   * A hand-in with at least one of the lab's classes.
   *
   * @param sources what is to be compiled; not empty, no class twice
   * @param missing those of the lab's classes that are not in it, with their package
   */
  record Found(
      String name,
      String source,
      List<SourceFile> sources,
      List<String> missing,
      List<String> notes)
      implements Submission {
    public Found {
      sources = List.copyOf(sources);
      missing = List.copyOf(missing);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A hand-in that cannot be graded.
   *
   * @param reason for people; several lines at most
   */
  record Unusable(String name, String source, Kind kind, String reason, List<String> notes)
      implements Submission {
    public Unusable {
      notes = List.copyOf(notes);
    }
  }

  /**
   * A hand-in in any language: a folder, in which a command is run.
   *
   * @param source the folder
   */
  record Program(String name, String source) implements Submission {
    @Override
    public List<String> notes() {
      return List.of();
    }
  }

  /** Why a hand-in cannot be graded. */
  enum Kind {
    /** It could be read, and the lab's classes are not in it. */
    EMPTY,
    /** It could not be read, or was refused; a person has to look. */
    NOT_JUDGED
  }
}
