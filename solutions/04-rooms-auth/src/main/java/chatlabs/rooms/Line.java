package chatlabs.rooms;

/** What a {@link LineReader} finds: a text, a line that is too long, or the end of the stream. */
sealed interface Line {

  /**
   * A line without its line end.
   *
   * @param complete whether its LF has come; false for a last piece, cut off by the end of stream
   */
  record Text(String text, boolean complete) implements Line {}

  /** A line with more bytes than the limit; all of it has been read and thrown away. */
  record TooLong() implements Line {}

  /** The other side has ended its output: nothing more will come. */
  record End() implements Line {}
}
