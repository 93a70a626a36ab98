package chatlabs.grader.launch;

import chatlabs.grader.host.Missing;
import chatlabs.grader.host.Thrown;

/** Why a subject did not do what was asked of it. */
public abstract sealed class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Failure(String message) {
    super(message);
  }

  /** The student's code threw an exception. */
  public static final class Threw extends Failure {
    private static final long serialVersionUID = 1L;
    private final transient Thrown thrown;

    /** Wraps what was thrown. */
    public Threw(Thrown thrown) {
      super(thrown.toString());
      this.thrown = thrown;
    }

    /** What was thrown. */
    public Thrown thrown() {
      return thrown;
    }
  }

  /** A class, a constructor or a method is not there. */
  public static final class Absent extends Failure {
    private static final long serialVersionUID = 1L;
    private final transient Missing missing;

    /** Wraps what is missing. */
    public Absent(Missing missing) {
      super(String.valueOf(missing.getMessage()));
      this.missing = missing;
    }

    /** What was looked for, and what there is instead. */
    public Missing missing() {
      return missing;
    }
  }

  /** The program has ended. */
  public static final class Ended extends Failure {
    private static final long serialVersionUID = 1L;

    /** Says how: "the program ended with exit status 3". */
    public Ended(String how) {
      super(how);
    }
  }

  /** This kind of subject cannot do that; no fault of the program's. */
  public static final class OutOfReach extends Failure {
    private static final long serialVersionUID = 1L;

    /** Says what cannot be done. */
    public OutOfReach(String what) {
      super(what);
    }
  }
}
